/** Two windows of one engine that is a process of its own, with a carrier that is another: what is pressed in both at once. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { WireAnswer } from '../../../shared/contract/index.ts';
import { askOf, layOutDesk } from '../../support/desk.ts';
import { startEngine } from '../../support/engine-process.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../../support/simulator-process.ts';

const program = fileURLToPath(new URL('../../support/two-window-engine.ts', import.meta.url));
const quiet = { latencyMs: 10, personas: {}, failedRate: 0, undeliveredRate: 0, landlineShare: 0 };
const firstRequestId = 1_000_000;

interface TwoWindows {
  readonly simulator: SimulatorProcess;
  readonly assignmentIds: readonly number[];
  /** Presses Enter for the contact, in one of the two windows. */
  press(window: 0 | 1, assignmentId: number, intentId: string): Promise<WireAnswer>;
  /** Resolves when nothing waits and nothing is on its way to the carrier. */
  allHaveLeft(): Promise<void>;
}

/** The same person is signed in in both windows. */
async function openTwoWindows(count: number): Promise<TwoWindows> {
  const folder = temporaryFolder();
  const readyFile = join(folder, 'simulator.json');
  const simulator = await startSimulatorProcess({ numberCount: 1, knobs: quiet, readyFile });
  const engine = startEngine(['--data', join(folder, 'campaign'), '--simulator', readyFile], {}, program);
  onTestFinished(async () => {
    engine.signal('SIGKILL');
    await engine.exited;
    await simulator.stop();
  });
  await engine.waitFor('ready');
  const { userId, assignmentIds } = await layOutDesk(engine, count, folder);

  let requests = firstRequestId;
  async function ask(window: 0 | 1, call: string, input: unknown): Promise<WireAnswer> {
    requests += 1;
    return engine.send(JSON.stringify({ window, id: requests, call, input }), requests);
  }
  const signedIn = await Promise.all(([0, 1] as const).map((window) => ask(window, 'people/sign-in', { userId })));
  const sessions = signedIn.map((answer) => (answer.ok ? (answer.value as { session: string }).session : ''));
  expect(new Set(sessions).size).toBe(2);

  return {
    simulator,
    assignmentIds,
    press: (window, assignmentId, intentId) =>
      ask(window, 'outbox/send-initial', { intentId, assignmentId, text: `Text ${assignmentId}` }),
    allHaveLeft: () =>
      vi.waitFor(
        async () => {
          const status = await askOf(engine, sessions[0])('outbox/read-status', {});
          expect(status).toMatchObject({ queued: 0, sending: 0, uncertain: 0, needsPerson: 0 });
        },
        { timeout: 60_000, interval: 100 },
      ),
  };
}

async function textsTaken(simulator: SimulatorProcess): Promise<string[]> {
  const accepted = await simulator.accepted();
  return accepted.map(({ body }) => body).toSorted();
}

it('the same call twice at once, a hundred times, sends a hundred texts, and both are told the same', async () => {
  const { simulator, assignmentIds, press, allHaveLeft } = await openTwoWindows(100);
  const pairs = await Promise.all(
    assignmentIds.map((assignmentId) => {
      const intentId = randomUUID();
      return Promise.all([press(0, assignmentId, intentId), press(1, assignmentId, intentId)]);
    }),
  );
  for (const [one, other] of pairs) {
    expect(one).toMatchObject({ ok: true, value: { messageId: expect.any(Number) } });
    expect({ ...other, id: one.id }).toEqual(one);
  }
  await allHaveLeft();
  expect(await textsTaken(simulator)).toEqual(assignmentIds.map((id) => `Text ${id}`).toSorted());
});

it('two acts at once for the same contact send one text, and one of them is told that it was sent already', async () => {
  const { simulator, assignmentIds, press, allHaveLeft } = await openTwoWindows(20);
  const pairs = await Promise.all(
    assignmentIds.map((assignmentId) =>
      Promise.all([press(0, assignmentId, randomUUID()), press(1, assignmentId, randomUUID())]),
    ),
  );
  for (const pair of pairs) {
    expect(pair.filter(({ ok }) => ok)).toHaveLength(1);
    expect(pair.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'assignments/already-texted' } });
  }
  await allHaveLeft();
  expect(await textsTaken(simulator)).toEqual(assignmentIds.map((id) => `Text ${id}`).toSorted());
});
