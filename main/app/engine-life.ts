import type { MessagePortMain } from 'electron';
import type { CarrierCredentials, CheckedAccount, FromEngine, ToEngine } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { StartEngine } from './engine-process.ts';

const pingEveryMs = 2_000;
/**
 * 16 s without a pong is a hang. Counted in pings and not read from a clock, because a computer that wakes up after a
 * night has not been ignored for a night.
 */
const pingsWithoutPong = 8;
/** Opening may copy and migrate a large store in one synchronous step; 10 minutes of it is a hang. */
const ticksToOpen = 300;
/** How long an engine that is to leave may take before it is ended. */
const leaveWithinMs = 5_000;

/** One engine from its start to its end. */
export interface EngineLife {
  readonly startedAt: number;
  /** It has opened the store and answers. */
  readonly isReady: boolean;
  /** Why it cannot open the store, once it has said so; such an engine is already leaving. */
  readonly failure: AppError | null;
  send(message: ToEngine, port?: MessagePortMain): void;
  /** Resolves when the engine has read everything sent so far, or has ended. */
  hasRead(): Promise<void>;
  /** Has the carrier asked about credentials, through this engine. Null when it ended before the answer. */
  checkCredentials(credentials: CarrierCredentials): Promise<Result<CheckedAccount, AppError> | null>;
  leave(): void;
}

export interface LifeListeners {
  onReady(life: EngineLife): void;
  onFailed(life: EngineLife, error: AppError): void;
  /** It holds a store of this mode, and is not ready before it has been sent its carrier. */
  onOpened(life: EngineLife, mode: 'practice' | 'live'): void;
  onNamed(name: string | null): void;
  /** Called once, when the process is gone. */
  onEnd(life: EngineLife): void;
}

/** Starts an engine, takes its pulse, and ends it when it hangs. */
export function beginLife(start: StartEngine, listeners: LifeListeners): EngineLife {
  const readers = new Map<number, () => void>();
  const checks = new Map<number, (outcome: Result<CheckedAccount, AppError> | null) => void>();
  const startedAt = Date.now();
  let isReady = false;
  let failure: AppError | null = null;
  let lastPing = 0;
  let unheard = 0;
  let overdue: NodeJS.Timeout | undefined;

  function onMessage(message: FromEngine): void {
    if (message.kind === 'ready' && !isReady) {
      isReady = true;
      unheard = 0;
      listeners.onReady(life);
    } else if (message.kind === 'failed') {
      failure = message.error;
      listeners.onFailed(life, message.error);
      life.leave();
    } else if (message.kind === 'pong') {
      unheard = 0;
      readers.get(message.n)?.();
      readers.delete(message.n);
    } else if (message.kind === 'credentials-checked') {
      checks.get(message.n)?.(message.outcome);
      checks.delete(message.n);
    } else if (message.kind === 'opened') {
      listeners.onOpened(life, message.mode);
    } else if (message.kind === 'named') {
      listeners.onNamed(message.name);
    }
  }

  const engine = start({
    onMessage,
    onExit() {
      clearInterval(pulse);
      clearTimeout(overdue);
      for (const resolve of readers.values()) resolve();
      for (const resolve of checks.values()) resolve(null);
      listeners.onEnd(life);
    },
  });

  const pulse = setInterval(() => {
    unheard += 1;
    if (unheard > (isReady ? pingsWithoutPong : ticksToOpen)) engine.kill();
    else if (isReady) engine.send({ kind: 'ping', n: ++lastPing });
  }, pingEveryMs);

  const life: EngineLife = {
    startedAt,
    get isReady() {
      return isReady;
    },
    get failure() {
      return failure;
    },
    send: (message, port) => engine.send(message, port),
    hasRead() {
      const n = ++lastPing;
      return new Promise((resolve) => {
        readers.set(n, resolve);
        // The engine reads its port in order: the pong of a later ping proves that it has read what came before.
        engine.send({ kind: 'ping', n });
      });
    },
    checkCredentials(credentials) {
      const n = ++lastPing;
      return new Promise((resolve) => {
        checks.set(n, resolve);
        engine.send({ kind: 'check-credentials', n, credentials });
      });
    },
    leave() {
      overdue ??= setTimeout(() => engine.kill(), leaveWithinMs);
      engine.send({ kind: 'stop' });
    },
  };
  return life;
}
