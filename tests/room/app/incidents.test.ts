import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Incidents, keepIncidents } from '../../../main/app/incidents.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { askingMain } from './support/ask-main.ts';

let file: string;
let incidents: Incidents;

beforeEach(() => {
  const folder = temporaryFolder();
  file = join(folder, 'app.log');
  incidents = keepIncidents(folder);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The log is loaded for the first incident, so its line comes a little later. */
async function lines(count: number): Promise<Record<string, unknown>[]> {
  const read = (): Record<string, unknown>[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Record<string, unknown>)
      : [];
  return vi.waitFor(() => {
    const found = read();
    expect(found).toHaveLength(count);
    return found;
  }, 10_000);
}

describe('an incident of main', () => {
  it('is found in the log by the id that the person is told, with its cause', async () => {
    const broken = {
      'app/read-about': () => {
        throw new Error('a broken part');
      },
    };
    const answer = await askingMain(broken, incidents.note)('app/read-about', {});
    if (answer.ok) throw new Error('a broken call that succeeds');
    expect(answer.error).toMatchObject({ code: 'internal/bug' });
    const [line] = await lines(1);
    expect(line).toMatchObject({
      level: 'error',
      room: 'app',
      event: 'incident',
      incidentId: answer.error.incidentId,
      where: 'app/read-about',
      thrown: { message: 'a broken part' },
    });
  });

  it('leaves no phone number in the log', async () => {
    incidents.note('the test', new Error('no way to +12025550123'));
    await lines(1);
    expect(readFileSync(file, 'utf8')).not.toContain('2025550123');
  });

  it('is written down behind the one before it', async () => {
    const ids = ['one', 'two', 'three'].map((where) => incidents.note(where, new Error(where)));
    expect((await lines(3)).map(({ incidentId }) => incidentId)).toEqual(ids);
  });

  it('that cannot be written down is no other incident', async () => {
    const nowhere = keepIncidents(join(file, 'that', 'is', 'no', 'folder'));
    incidents.note('the test', new Error('first'));
    await lines(1);
    expect(nowhere.note('the test', new Error('lost'))).toMatch(/^[0-9a-f]{8}$/);
    incidents.note('the test', new Error('second'));
    await lines(2);
  });
});

describe('a line of the page’s console', () => {
  it('that tells of an incident is kept under its id, and no other line is', async () => {
    incidents.noteOfPage('Something was slow');
    incidents.noteOfPage('incident 5f3a9c01 TypeError: nothing to draw\n    at Screen (app://fieldline/index.js:1:2)');
    incidents.noteOfPage('incident of another kind');
    const [line] = await lines(1);
    expect(line).toMatchObject({ event: 'incident', incidentId: '5f3a9c01', where: 'the page' });
    expect(String(line?.['thrown'])).toContain('TypeError: nothing to draw');
  });
});

it('a start without an incident makes no log', () => {
  expect(existsSync(file)).toBe(false);
});
