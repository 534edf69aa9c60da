import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { openRooms } from '../../support/rooms.ts';
import { scriptedCarrier } from '../../support/scripted-carrier.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/stores/', import.meta.url));
/** Schemas before this one had no texts. */
const firstWithTexts = '0150_conversations.db';

describe('a store that an earlier version left in the middle of its work', () => {
  const files = readdirSync(fixtures).filter((file) => file.endsWith('.db') && file >= firstWithTexts);

  it('is kept for every schema that texts', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s is upgraded and drained, each of its texts once', async (file) => {
    const folder = temporaryFolder();
    copyFileSync(join(fixtures, file), join(folder, 'fieldline.db'));
    // Later than anything in the store; the fixture's hours are open at any time of the day.
    const clock = settableClock({ startAt: Date.UTC(2026, 10, 23, 12) });
    const carrier = scriptedCarrier(clock);
    const rooms = await openRooms({ carrier, clock, folder });
    const waiting = rooms.store.look((reader) =>
      reader.all<{ id: number; body: string }>(
        `SELECT id, body FROM message WHERE state IN ('queued', 'sending', 'uncertain')`,
      ),
    );
    expect(waiting.length).toBeGreaterThan(2);

    rooms.start();
    for (let second = 0; second < 400; second += 1) await clock.advance(1_000);
    await rooms.stop();

    const states = rooms.store.look((reader) => reader.all<{ state: string }>('SELECT DISTINCT state FROM message'));
    expect(states).toEqual([{ state: 'handed-over' }]);
    const bodies = waiting.map(({ body }) => body).sort();
    expect(carrier.kept.map(({ body }) => body).sort()).toEqual(bodies);
  });
});
