import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineEvent } from '../shared/contract/index.ts';
import { type AppError, appError } from '../shared/errors.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { sentenceOf } from '../shared/sentences/index.ts';
import { type Carrier, createTwilioCarrier, isLoopback } from './carrier/index.ts';
import type { Clock } from './clock/index.ts';
import type { EngineOptions } from './engine-options.ts';
import { composeRooms } from './engine-rooms.ts';
import { createLog, type Log } from './log/index.ts';
import type { Numbers } from './numbers/index.ts';
import { createFiles, createServer, openLineDoor, openPortDoor, type ParentPort } from './serve/index.ts';
import { checkIntegrity, openStore, type Store } from './store/index.ts';

/** What an engine runs with. All but the clock is for tests, which stand between the rooms and what they rest on. */
export interface EngineParts {
  readonly clock: Clock;
  readonly wrapStore?: (store: Store) => Store;
  readonly wrapCarrier?: (carrier: Carrier) => Carrier;
  /** Below this much free space nothing is written, in bytes. */
  readonly minimumFreeBytes?: number;
}

const here = fileURLToPath(import.meta.url);
/** Workers lie beside this file, in the source tree as in the build. */
const workerFile = (name: string): string => join(dirname(here), `${name}${extname(here)}`);
const readWorker = workerFile('read-worker');
const importWorker = workerFile('import-worker');
/** When the first screen has been served and loading the carrier's package keeps nobody waiting, in milliseconds. */
const idleAfterMs = 3_000;
/** A refusal by the store is told and final; a lost store means a successor is at work. */
const exitCodes = { refused: 65, bug: 70, superseded: 75 } as const;

const parentPort = (process as { parentPort?: ParentPort }).parentPort ?? null;

/** Runs an engine in this process until the process ends. Called once. */
export async function runEngine(options: EngineOptions, parts: EngineParts): Promise<void> {
  const { clock } = parts;
  // The file belongs to whoever holds the store's lock. The log opens it at its first line, and the store says nothing
  // before it has the lock, so an engine that is refused leaves another's file alone.
  const log = createLog({ path: join(options.folder, 'engine.log'), level: 'info' });
  process.on('uncaughtException', (thrown) => {
    log.error('uncaught', { thrown });
    process.exit(exitCodes.bug);
  });
  const onSuperseded = (): void => {
    log.warn('superseded', {});
    process.exit(exitCodes.superseded);
  };
  const connected = connectCarrier(options, parts);
  if (!connected.ok) return refuse(connected.error, clock);
  const carrier = connected.value;
  const { minimumFreeBytes } = parts;
  const least = minimumFreeBytes === undefined ? {} : { minimumFreeBytes };
  const opened = await openStore({ ...options, ...least, readWorker, clock, log, onSuperseded });
  if (!opened.ok) return refuse(opened.error, clock);
  const store = parts.wrapStore?.(opened.value) ?? opened.value;

  let tell: (event: EngineEvent) => void = () => {};
  const announce = (event: EngineEvent): void => tell(event);
  const rooms = composeRooms({ store, carrier, clock, log, importWorker, announce });
  store.onWritable((reason) => tell({ event: 'store', writable: reason === null, reason }));
  const files = createFiles();
  const { checkOutputs } = options;
  const { handlers, people } = rooms;
  const server = createServer({ handlers, store, actorOf: people.actorOf, files, clock, log, checkOutputs });

  const leaving = new AbortController();
  const leave = async (): Promise<void> => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    await rooms.stop();
    carrier?.close();
    await store.close();
    parentPort?.postMessage({ kind: 'bye' });
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, leave);

  if (parentPort === null) {
    const door = openLineDoor({ input: process.stdin, output: process.stdout, onEnd: leave }, server, files);
    tell = door.tell;
    door.tell({ event: 'ready', mode: store.mode });
  } else {
    tell = openPortDoor(parentPort, server, files, leave).tell;
    parentPort.postMessage({ kind: 'ready' });
  }
  log.info('ready', { mode: store.mode, incarnation: store.incarnation(), endedCleanly: store.lastEndedCleanly });

  rooms.start();
  clock.after(idleAfterMs, () => void refreshNumbers(rooms.numbers, carrier, log));
  if (!store.lastEndedCleanly) await checkStore(store, leaving.signal, log);
}

/**
 * There is no keychain here yet, so there are no live credentials: texts go to the simulator on this machine or
 * nowhere. This is also why the automation door can never become a robot that texts people.
 */
function connectCarrier(
  { simulator }: EngineOptions,
  { wrapCarrier }: Pick<EngineParts, 'wrapCarrier'>,
): Result<Carrier | null, AppError> {
  if (simulator === null) return ok(null);
  const { url, accountSid, apiKeySid, apiKeySecret } = simulator;
  if (!isLoopback(url)) return err(appError('carrier/forbidden-host', { host: new URL(url).hostname }));
  const credentials = { accountSid, apiKeySid, secret: apiKeySecret };
  const connected = createTwilioCarrier({ credentials, address: url });
  return connected.ok && wrapCarrier !== undefined ? ok(wrapCarrier(connected.value)) : connected;
}

/** While nobody waits: loads the carrier's package, and learns which numbers the account has now. */
async function refreshNumbers(numbers: Numbers, carrier: Carrier | null, log: Log): Promise<void> {
  if (carrier === null) return;
  try {
    await carrier.warmUp();
    const refreshed = await numbers.refresh();
    if (!refreshed.ok) log.info('numbers-not-refreshed', { code: refreshed.error.code });
  } catch (thrown) {
    log.warn('numbers-not-refreshed', { thrown });
  }
}

/** After an end that was not in order, beside all other work. A check that cannot be made says nothing of the file. */
async function checkStore(store: Store, signal: AbortSignal, log: Log): Promise<void> {
  try {
    log.info('checked', { ...(await checkIntegrity(store, signal)) });
  } catch (thrown) {
    if (!signal.aborted) log.error('not-checked', { thrown });
  }
}

/** Tells why it cannot start, the same way at either door, and leaves. */
function refuse(error: AppError, clock: Clock): void {
  if (parentPort === null) {
    const sentence = sentenceOf(error, 'en');
    process.stdout.write(`${JSON.stringify({ event: 'failed', error, sentence })}\n`, () =>
      process.exit(exitCodes.refused),
    );
  } else {
    parentPort.postMessage({ kind: 'failed', error });
    // The port gives no sign that a message has left.
    clock.after(200, () => process.exit(exitCodes.refused));
  }
}
