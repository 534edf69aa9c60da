/**
 * What is on the disk when a text leaves. The engine runs in a process of its own and each of its writes, flushes and
 * requests is noted by the operating system. From that the store is built as a power cut would leave it at the moment
 * at which the first byte of a request leaves, with nothing but what was flushed before.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../../main/store/index.ts';
import { askOf, importList, layOutDesk } from '../../support/desk.ts';
import { followFiles } from '../../support/durable-files.ts';
import { type EngineProcess, startEngine } from '../../support/engine-process.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { startSimulatorProcess } from '../../support/simulator-process.ts';
import { canTrace, readTrace, type SystemCall, type TraceEvent, tracedTo } from '../../support/system-calls.ts';

const quiet = { latencyMs: 0, personas: {}, failedRate: 0, undeliveredRate: 0, landlineShare: 0 };
const oneByOne = 20;
const atOnce = 40;
/** Its steps wait for no disk, and must leave that to the texts between them. */
const listRows = 6_000;

interface Traced {
  readonly events: readonly TraceEvent[];
  readonly store: string;
  /** The store's file before the engine was started. */
  readonly before: Uint8Array;
  readonly texts: readonly string[];
}

/** Sends some texts one after the other, then many while several are under way and a list is being imported. */
async function traceTexting(): Promise<Traced> {
  const folder = temporaryFolder();
  const readyFile = join(folder, 'simulator.json');
  const simulator = await startSimulatorProcess({ numberCount: 1, knobs: quiet, readyFile });
  onTestFinished(async () => {
    await simulator.stop();
  });
  const args = ['--data', join(folder, 'campaign'), '--simulator', readyFile];
  const start = async (under: readonly string[]): Promise<EngineProcess> => {
    const engine = startEngine(args, {}, undefined, under);
    // Its input closes, and it leaves by itself: a signal would end what traces it and not the engine.
    onTestFinished(async () => void (await engine.end()));
    await engine.waitFor('ready');
    return engine;
  };

  const founding = await start([]);
  const { userId, assignmentIds } = await layOutDesk(founding, oneByOne + atOnce, folder);
  expect(await founding.end()).toBe(0);
  const store = join(folder, 'campaign', 'fieldline.db');
  const before = readFileSync(store);

  const trace = join(folder, 'trace');
  const engine = await start(tracedTo(trace));
  const { session } = await askOf(engine)('people/sign-in', { userId });
  const must = askOf(engine, session);
  const send = (assignmentId: number) =>
    must('outbox/send-initial', { intentId: randomUUID(), assignmentId, text: `Text ${assignmentId}` });
  const areTaken = (count: number): Promise<void> =>
    vi.waitFor(async () => expect((await simulator.counts()).accepted).toBe(count), { timeout: 60_000, interval: 10 });
  for (const [index, assignmentId] of assignmentIds.slice(0, oneByOne).entries()) {
    await send(assignmentId);
    await areTaken(index + 1);
  }
  await simulator.turn({ latencyMs: 100 });
  const importing = importList(engine, must, listRows, join(folder, 'more.csv'), oneByOne + atOnce);
  await Promise.all(assignmentIds.slice(oneByOne).map(send));
  await areTaken(oneByOne + atOnce);
  await importing;
  expect(await engine.end()).toBe(0);
  return { events: readTrace(trace), store, before, texts: assignmentIds.map((id) => `Text ${id}`) };
}

/** A text at the moment at which it leaves. */
interface Leaving {
  readonly text: string;
  /** By the store as it is on the disk: null when the text is not in it. */
  readonly state: string | null;
  /** How many are on their way by that store, this one included. */
  readonly sending: number;
}

function leavingTexts({ events, store, before }: Traced, heed: (event: TraceEvent) => boolean): Leaving[] {
  const log = `${store}-wal`;
  const files = followFiles(
    new Map([
      [store, before],
      [log, new Uint8Array()],
    ]),
  );
  const folder = temporaryFolder();
  const underWay = new Map<string, { said: string; states: ReadonlyMap<string, string> }>();
  const leaving: Leaving[] = [];
  for (const event of events) {
    if (heed(event)) files.follow(event);
    const { socket } = event.call;
    if (socket === '' || event.kind !== 'begun') continue;
    const words = wordsOf(event.call);
    if (words.startsWith('POST ')) {
      const states = readStates(folder, files.contentOf(store), files.contentOf(log));
      underWay.set(socket, { said: '', states });
    }
    const request = underWay.get(socket);
    if (request === undefined) continue;
    request.said += words;
    const text = textIn(request.said);
    if (text === null) continue;
    const sending = [...request.states.values()].filter((state) => state === 'sending').length;
    leaving.push({ text, state: request.states.get(text) ?? null, sending });
    underWay.delete(socket);
  }
  return leaving;
}

const wordsOf = ({ bytes }: SystemCall): string => Buffer.from(bytes).toString('latin1');

/** Null until the whole request has been written. */
function textIn(said: string): string | null {
  const [head = '', body] = said.split('\r\n\r\n');
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
  return body !== undefined && body.length >= length ? new URLSearchParams(body).get('Body') : null;
}

/** Opens the store as the next engine would after a power cut. */
function readStates(folder: string, content: Uint8Array, log: Uint8Array): ReadonlyMap<string, string> {
  const path = join(folder, `${randomUUID()}.db`);
  writeFileSync(path, content);
  writeFileSync(`${path}-wal`, log);
  const database = openDatabase(path, { durability: 'normal' });
  try {
    const rows = database.prepare<[], { body: string; state: string }>('SELECT body, state FROM message').all();
    return new Map(rows.map(({ body, state }) => [body, state]));
  } finally {
    database.close();
  }
}

it.skipIf(!canTrace())(
  'before the first byte of a text leaves, it is on the disk that it is being sent (traced by strace on Linux)',
  async () => {
    const traced = await traceTexting();
    const leaving = leavingTexts(traced, () => true);
    expect(leaving.map(({ text }) => text).toSorted()).toEqual(traced.texts.toSorted());
    expect(leaving.filter(({ state }) => state !== 'sending')).toEqual([]);
    expect(Math.max(...leaving.map(({ sending }) => sending))).toBeGreaterThan(2);

    // Without its flushes the same run would have had nothing on the disk, so it is they that are seen here.
    const isFlush = ({ call }: TraceEvent): boolean => call.name === 'fsync' || call.name === 'fdatasync';
    const unflushed = leavingTexts(traced, (event) => !isFlush(event));
    expect(unflushed.filter(({ state }) => state === 'sending')).toEqual([]);
  },
);
