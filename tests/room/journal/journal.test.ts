import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { createJournal } from '../../../main/journal/index.ts';
import { isUuid } from '../../../shared/domain/ids.ts';
import { openTestStore, testStart } from '../../support/stores.ts';

const entry = { kind: 'people/signed-in', userId: 1, entityId: 1, payload: {} } as const;

interface Row {
  readonly n: number;
  readonly at: number;
  readonly event_id: Uint8Array;
}

describe('the journal', () => {
  it('counts this desktop’s entries without a gap, whatever is rolled back in between', async () => {
    const store = await openTestStore();
    const journal = createJournal({ device: 0, clock: settableClock({ startAt: testStart }) });
    const fail = (): void =>
      store.write((tx) => {
        journal.record(tx, entry);
        throw new Error('undone');
      });
    store.write((tx) => journal.record(tx, entry));
    expect(fail).toThrow('undone');
    store.write((tx) => {
      journal.record(tx, entry);
      journal.record(tx, entry);
    });
    expect(store.look((reader) => reader.all<Row>('SELECT n FROM journal ORDER BY id')).map(({ n }) => n)).toEqual([
      1, 2, 3,
    ]);
  });

  it('names each entry for the whole world, in the order of time', async () => {
    const store = await openTestStore();
    const clock = settableClock({ startAt: testStart });
    const journal = createJournal({ device: 0, clock });
    for (let n = 0; n < 20; n += 1) {
      store.write((tx) => journal.record(tx, entry));
      await clock.advance(1);
    }
    const ids = store
      .look((reader) => reader.all<Row>('SELECT event_id FROM journal ORDER BY id'))
      .map(({ event_id }) => Buffer.from(event_id).toString('hex'));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(20);
    for (const id of ids) {
      const [a, b, c, d, e] = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)];
      expect(isUuid(`${a}-${b}-${c}-${d}-${e}`)).toBe(true);
    }
  });

  it('is only ever added to', async () => {
    const store = await openTestStore();
    const journal = createJournal({ device: 0, clock: settableClock({ startAt: testStart }) });
    store.write((tx) => journal.record(tx, entry));
    expect(() => store.write((tx) => tx.run('UPDATE journal SET at = 0'))).toThrow('only added to');
    expect(() => store.write((tx) => tx.run('DELETE FROM journal'))).toThrow('only added to');
    const replace =
      'REPLACE INTO journal SELECT id, event_id, device, n, 0, user_id, kind, entity_id, payload, bulk_id FROM journal';
    expect(() => store.write((tx) => tx.run(replace))).toThrow('only added to');
    store.write((tx) => tx.run('INSERT INTO bulk_item VALUES (1, 1, NULL)'));
    expect(() => store.write((tx) => tx.run('UPDATE bulk_item SET before = 0'))).toThrow('only added');
  });
});
