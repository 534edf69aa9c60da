import { randomUUID } from 'node:crypto';
import type { MessagePortMain } from 'electron';
import type { EngineState } from '../../preload/bridge.ts';
import type { CarrierAccess, CarrierCredentials, CheckedAccount } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { type BackOff, backOff } from './back-off.ts';
import { beginLife, type EngineLife } from './engine-life.ts';
import type { StartEngine } from './engine-process.ts';

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
  /** Hears how the engine's campaign is called. */
  onNamed(name: string | null): void;
}

/**
 * Keeps one engine alive for the store: starts it and, once it is really gone, its successor, later each time it does
 * not live. An engine that cannot open the store is believed, and started again by itself only if time may mend the
 * reason.
 */
export function hostEngine(start: StartEngine, { tell, carrierFor, onNamed }: HostListeners): EngineHost {
  const files = new Map<string, string>();
  let state: EngineState = { event: 'engine', state: 'starting' };
  let life: EngineLife | null = null;
  let wait: BackOff | null = null;
  let losses = 0;
  /** A person asked for another try while the engine that failed was still leaving. */
  let isWantedAgain = false;
  let onStopped: (() => void) | null = null;
  let retry: NodeJS.Timeout | undefined;
  /** What a restart that is under way does before the next engine is started, and what it says then; empty without one. */
  const whileAway: (() => Promise<() => void>)[] = [];

  function become(next: EngineState): void {
    state = next;
    tell(next);
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

  function onOpened(opened: EngineLife, mode: 'practice' | 'live'): void {
    // Whatever carrier there is by then is for the engine that asked; one that has ended meanwhile hears nothing.
    void carrierFor(mode).then((carrier) => opened === life && opened.send({ kind: 'carrier', carrier }));
  }

  function onReady(ready: EngineLife): void {
    if (whileAway.length > 0) return; // It was already asked to leave.
    for (const [token, path] of files) ready.send({ kind: 'register-file', token, path });
    become({ event: 'engine', state: 'ready', losses });
  }

  function onFailed(_life: EngineLife, error: AppError): void {
    if (whileAway.length === 0 && !timeMends(error)) become({ event: 'engine', state: 'failed', error });
  }

  /** The engine has gone. The work between two engines may add to itself, and whoever stops the host has the last word. */
  async function workWhileAway(): Promise<void> {
    const tellDone: (() => void)[] = [];
    for (let work = whileAway[0]; work; work = whileAway[0]) {
      tellDone.push(await work());
      whileAway.shift();
    }
    wait = null;
    if (onStopped) onStopped();
    else beginAgain();
    for (const tell of tellDone) tell();
  }

  function onEnd(ended: EngineLife): void {
    life = null;
    if (whileAway.length > 0) {
      void workWhileAway();
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
    async registerFile(path) {
      const token = randomUUID();
      files.set(token, path);
      if (life?.isReady) {
        life.send({ kind: 'register-file', token, path });
        await life.hasRead();
      }
      return token;
    },
    checkCredentials: (credentials) => (life?.isReady ? life.checkCredentials(credentials) : Promise.resolve(null)),
    restart(work = () => {}) {
      return new Promise((resolve, reject) => {
        if (onStopped) return resolve();
        const isFirst = whileAway.length === 0;
        whileAway.push(async () => {
          try {
            await work();
            return resolve;
          } catch (thrown) {
            return () => reject(thrown);
          }
        });
        if (!isFirst) return;
        clearTimeout(retry);
        become({ event: 'engine', state: 'starting' });
        if (life) life.leave();
        else void workWhileAway();
      });
    },
    stop() {
      return new Promise((resolve) => {
        onStopped = resolve;
        if (life) life.leave();
        else if (whileAway.length === 0) resolve();
      });
    },
  };
}

/** `in-use` is mended by time when the owner is an engine that has lost its window and is about to leave. */
function timeMends(error: AppError): boolean {
  return error.kind === 'wait' || error.code === 'store/in-use';
}
