import { randomUUID } from 'node:crypto';
import type { MessagePortMain } from 'electron';
import type { EngineState } from '../../preload/bridge.ts';
import type { AppError } from '../../shared/errors.ts';
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
  /** Asks the engine to leave and resolves when it has gone. Nothing is started after that. */
  stop(): Promise<void>;
}

/**
 * Keeps one engine alive for the store: starts it and, once it is really gone, its successor, later each time it does
 * not live. An engine that cannot open the store is believed, and started again by itself only if time may mend the
 * reason. `tell` hears every change of state.
 */
export function hostEngine(start: StartEngine, tell: (state: EngineState) => void): EngineHost {
  const files = new Map<string, string>();
  let state: EngineState = { event: 'engine', state: 'starting' };
  let life: EngineLife | null = null;
  let wait: BackOff | null = null;
  let losses = 0;
  /** A person asked for another try while the engine that failed was still leaving. */
  let isWantedAgain = false;
  let onStopped: (() => void) | null = null;

  function become(next: EngineState): void {
    state = next;
    tell(next);
  }

  function begin(): void {
    life = beginLife(start, { onReady, onFailed, onEnd });
  }

  function beginAgain(): void {
    if (onStopped) return;
    isWantedAgain = false;
    become({ event: 'engine', state: 'starting' });
    begin();
  }

  function onReady(ready: EngineLife): void {
    for (const [token, path] of files) ready.send({ kind: 'register-file', token, path });
    become({ event: 'engine', state: 'ready', losses });
  }

  function onFailed(_life: EngineLife, error: AppError): void {
    if (!timeMends(error)) become({ event: 'engine', state: 'failed', error });
  }

  function onEnd(ended: EngineLife): void {
    life = null;
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
    setTimeout(beginAgain, wait.waitMs);
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
    stop() {
      return new Promise((resolve) => {
        onStopped = resolve;
        if (life) life.leave();
        else resolve();
      });
    },
  };
}

/** `in-use` is mended by time when the owner is an engine that has lost its window and is about to leave. */
function timeMends(error: AppError): boolean {
  return error.kind === 'wait' || error.code === 'store/in-use';
}
