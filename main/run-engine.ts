import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CarrierAccess, EngineEvent, Identity } from '../shared/contract/index.ts';
import type { AppError } from '../shared/errors.ts';
import { ok, type Result } from '../shared/result.ts';
import { sentenceOf } from '../shared/sentences/index.ts';
import { type Carrier, createLateCarrier } from './carrier/index.ts';
import type { Clock } from './clock/index.ts';
import { checkCredentials, connectCarrier } from './engine-carrier.ts';
import type { EngineOptions } from './engine-options.ts';
import { answerCredentialChecks, answerIdentities, askForCarrier, type OfferedCarrier } from './engine-parent.ts';
import { composeRooms, type Rooms } from './engine-rooms.ts';
import { createLog, type Log } from './log/index.ts';
import type { Numbers } from './numbers/index.ts';
import { createFiles, createServer, type Files, openLineDoor, openPortDoor, type ParentPort } from './serve/index.ts';
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
/** By then the first screen has been served, and loading the carrier's package keeps nobody waiting, in milliseconds. */
const firstScreenMs = 1_000;
/** When it is asked which numbers the account has now, in milliseconds. */
const numbersAfterMs = 3_000;
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
  const { minimumFreeBytes } = parts;
  const least = minimumFreeBytes === undefined ? {} : { minimumFreeBytes };
  const opened = await openStore({ ...options, ...least, readWorker, clock, log, onSuperseded });
  if (!opened.ok) return refuse(opened.error, clock);
  const store = parts.wrapStore?.(opened.value) ?? opened.value;
  // Only a window has a first screen.
  const firstScreen =
    parentPort === null
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          clock.after(firstScreenMs, resolve);
        });
  const connected = await connectFor(store, options, parts, firstScreen);
  if (!connected.ok) {
    await store.close();
    return refuse(connected.error, clock);
  }
  const carrier = connected.value;

  let tell: (event: EngineEvent) => void = () => {};
  let tellName = (): void => {};
  const announce = (event: EngineEvent): void => {
    tell(event);
    if (event.event === 'changed' && event.room === 'campaign') tellName();
  };
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
    const parent = parentPort;
    tell = openPortDoor(parent, server, files, leave).tell;
    answerCredentialChecks(parent, (credentials) => checkCredentials(credentials, options.liveAddress));
    answerIdentities(parent, (session) => identify(session, rooms, files));
    tellName = () => {
      readName(rooms, files)
        .then((name) => parent.postMessage({ kind: 'named', name }))
        .catch((thrown: unknown) => log.warn('not-named', { thrown }));
    };
    parent.postMessage({ kind: 'ready' });
    tellName();
  }
  log.info('ready', { mode: store.mode, incarnation: store.incarnation(), endedCleanly: store.lastEndedCleanly });

  rooms.start();
  clock.after(numbersAfterMs, () => void refreshNumbers(rooms.numbers, carrier, log));
  if (!store.lastEndedCleanly) await checkStore(store, leaving.signal, log);
}

/** The carrier that was named at the start, or that the parent names now that it can hear what kind of store this is. */
async function connectFor(
  store: Store,
  { simulator, liveAddress }: EngineOptions,
  { wrapCarrier = (carrier) => carrier }: Pick<EngineParts, 'wrapCarrier'>,
  firstScreen: Promise<void>,
): Promise<Result<Carrier | null, AppError>> {
  const leave = (): void => void store.close().then(() => process.exit(0));
  const isAsked = simulator === null && parentPort !== null;
  const offered: OfferedCarrier = isAsked
    ? await askForCarrier(parentPort, store.mode, leave)
    : { is: 'here', access: simulator };
  const connect = (access: CarrierAccess): Result<Carrier, AppError> => {
    const connected = connectCarrier(access, store.mode, liveAddress, firstScreen);
    return connected.ok ? ok(wrapCarrier(connected.value)) : connected;
  };
  if (offered.is === 'here') return offered.access === null ? ok(null) : connect(offered.access);
  const { accountSid, access } = offered;
  const coming = access.then((come) => {
    const connected = come.accountSid === accountSid ? connect(come) : null;
    if (connected?.ok) return connected.value;
    throw new Error(`another carrier came than was said to: ${connected?.error.code ?? 'of another account'}`);
  });
  return ok(createLateCarrier(accountSid, coming));
}

/**
 * How the campaign is called, by the same door that the first screen asks at. Null before the founding.
 * @throws when the store does not tell.
 */
async function readName({ handlers }: Rooms, { find: findFile }: Files): Promise<string | null> {
  const context = { actor: null, session: null, bindSession: () => {}, findFile };
  const read = await handlers['campaign/read'](context, {});
  if (!read.ok) throw new Error(`the campaign cannot be read: ${read.error.code}`);
  return read.value.campaign?.name ?? null;
}

async function identify(session: string | null, rooms: Rooms, files: Files): Promise<Identity> {
  const actor = session === null ? null : rooms.people.actorOf(session);
  const role = actor === null || actor === 'ended' ? actor : actor.role;
  return { isFounded: (await readName(rooms, files)) !== null, role };
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
