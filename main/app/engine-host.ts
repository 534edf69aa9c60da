import type { MessagePortMain } from 'electron';
import type { EngineState } from '../../preload/bridge.ts';
import type { CarrierAccess, CarrierCredentials, CheckedAccount, Identity } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { type BackOff, backOff } from './back-off.ts';
import { betweenEngines } from './between-engines.ts';
import { chosenFiles } from './chosen-files.ts';
import { beginLife, type EngineLife } from './engine-life.ts';
import type { StartEngine } from './engine-process.ts';
import type { NoteIncident } from './incidents.ts';

export interface EngineHost {
  readonly state: EngineState;
  /** Gives a ready engine one end of a channel. Throws while there is none. */
  connect(port: MessagePortMain): void;
  /** Tries once more after `failed`; changes nothing in any other state. */
  tryAgain(): void;
  /** Lets this engine and every later one read `path`. Resolves with the token once a call that names it will find it. */
  registerFile(path: string): Promise<string>;
  /** Has the carrier asked about credentials. Null while there is no engine to ask with. */
  checkCredentials(credentials: CarrierCredentials): Promise<Result<CheckedAccount, AppError> | null>;
  /**
   * Finds out who acts with a session's token. Waits for an engine that is being started, as every call does; null when
   * there is none because it cannot open the store.
   */
  identify(session: string | null): Promise<Identity | null>;
  /**
   * Asks the engine to leave, does `whileAway` when it has gone, and starts the next. Resolves when that is started. This
   * is no loss. Several wishes at once are one restart.
   */
  restart(whileAway?: () => void | Promise<void>): Promise<void>;
  /** Asks the engine to leave and resolves when it has gone. Nothing is started after that. */
  stop(): Promise<void>;
}

export interface HostListeners {
  /** Hears every change of state. */
  tell(state: EngineState): void;
  /** Finds what a store of this mode texts through; null while there is nothing. */
  carrierFor(mode: 'practice' | 'live'): Promise<CarrierAccess | null>;
  /**
   * The account of the carrier that `carrierFor` will most likely find, if the engine need not wait for it. Null when it
   * is not known.
   */
  accountComing(mode: 'practice' | 'live'): string | null;
  /** Hears how the engine's campaign is called. */
  onNamed(name: string | null): void;
  readonly noteIncident: NoteIncident;
}

/**
 * By then the first screen is there, in milliseconds. An engine that need not wait for its carrier does without it until
 * then: starting a practice carrier would take the processor from what people wait for.
 */
const firstScreenMs = 1_000;

/**
 * Keeps one engine alive for the store: starts it and, once it is really gone, its successor, later each time it does
 * not live. An engine that cannot open the store is believed, and started again by itself only if time may mend the
 * reason.
 */
export function hostEngine(
  start: StartEngine,
  { tell, carrierFor, accountComing, onNamed, noteIncident }: HostListeners,
): EngineHost {
  const files = chosenFiles();
  const between = betweenEngines();
  const firstScreen = new Promise<void>((resolve) => setTimeout(resolve, firstScreenMs));
  let state: EngineState = { event: 'engine', state: 'starting' };
  let life: EngineLife | null = null;
  let wait: BackOff | null = null;
  let losses = 0;
  /** A person asked for another try while the engine that failed was still leaving. */
  let isWantedAgain = false;
  let onStopped: (() => void) | null = null;
  let retry: NodeJS.Timeout | undefined;
  const awaitingChange: (() => void)[] = [];

  function become(next: EngineState): void {
    state = next;
    tell(next);
    for (const resolve of awaitingChange.splice(0)) resolve();
  }

  function begin(): void {
    life = beginLife(start, { onReady, onFailed, onEnd, onOpened, onNamed });
  }

  function beginAgain(): void {
    if (onStopped) return;
    isWantedAgain = false;
    become({ event: 'engine', state: 'starting' });
    begin();
  }

  /** Whatever carrier there is by then is for the engine that asked; one that has ended meanwhile hears nothing. */
  async function onOpened(opened: EngineLife, mode: 'practice' | 'live'): Promise<void> {
    const promised = accountComing(mode);
    if (promised !== null) {
      opened.send({ kind: 'carrier-coming', accountSid: promised });
      await firstScreen;
      if (opened !== life) return;
    }
    try {
      const carrier = await carrierFor(mode);
      if (opened !== life) return;
      // An engine is of one account from its start to its end: the next one hears of the right one.
      if (promised !== null && carrier !== null && carrier.accountSid !== promised) void restart();
      else opened.send({ kind: 'carrier', carrier });
    } catch (thrown) {
      noteIncident('the search for a carrier', thrown);
      // It would wait for its carrier for ever. The next one may find one, after the pause that any end is followed by.
      if (opened === life) opened.leave();
    }
  }

  function onReady(ready: EngineLife): void {
    if (between.isWanted) return; // It was already asked to leave.
    files.tellAll(ready);
    become({ event: 'engine', state: 'ready', losses });
  }

  function onFailed(_life: EngineLife, error: AppError): void {
    if (!between.isWanted && !timeMends(error)) become({ event: 'engine', state: 'failed', error });
  }

  /** Does what is to be done while there is no engine. Whoever stops the host has the last word. */
  function workBetween(): void {
    void between.doAll(() => {
      wait = null;
      if (onStopped) onStopped();
      else beginAgain();
    });
  }

  function onEnd(ended: EngineLife): void {
    life = null;
    if (between.isWanted) {
      workBetween();
      return;
    }
    if (onStopped) {
      onStopped();
      return;
    }
    if (ended.failure && !timeMends(ended.failure)) {
      if (isWantedAgain) beginAgain();
      return;
    }
    wait = backOff(wait, Date.now() - ended.startedAt);
    if (ended.isReady) losses += 1;
    const retryAt = Date.now() + wait.waitMs;
    become({ event: 'engine', state: 'waiting', lossesInARow: wait.ends, retryAt, error: ended.failure });
    retry = setTimeout(beginAgain, wait.waitMs);
  }

  function restart(work: () => void | Promise<void> = () => {}): Promise<void> {
    if (onStopped) return Promise.resolve();
    const isFirst = !between.isWanted;
    const isDone = between.add(work);
    if (!isFirst) return isDone;
    clearTimeout(retry);
    become({ event: 'engine', state: 'starting' });
    if (life) life.leave();
    else workBetween();
    return isDone;
  }

  begin();
  return {
    get state() {
      return state;
    },
    connect(port) {
      if (state.state !== 'ready' || !life) throw new Error('no engine is ready');
      life.send({ kind: 'connect' }, port);
    },
    tryAgain() {
      if (state.state !== 'failed') return;
      if (life) isWantedAgain = true;
      else beginAgain();
    },
    registerFile: (path) => files.register(path, life),
    checkCredentials: (credentials) => (life?.isReady ? life.checkCredentials(credentials) : Promise.resolve(null)),
    async identify(session) {
      for (;;) {
        if (cannotOpen(state)) return null;
        const identity = state.state === 'ready' && life ? await life.identify(session) : null;
        if (identity !== null) return identity;
        if (state.state !== 'ready' || life === null)
          await new Promise<void>((resolve) => awaitingChange.push(resolve));
      }
    },
    restart,
    stop() {
      return new Promise((resolve) => {
        onStopped = resolve;
        if (life) life.leave();
        else if (!between.isWanted) resolve();
      });
    },
  };
}

function cannotOpen(state: EngineState): boolean {
  return state.state === 'failed' || (state.state === 'waiting' && state.error !== null);
}

/** `in-use` is mended by time when the owner is an engine that has lost its window and is about to leave. */
function timeMends(error: AppError): boolean {
  return error.kind === 'wait' || error.code === 'store/in-use';
}
