import type { MessagePortMain } from 'electron';
import type {
  CarrierCredentials,
  CheckedAccount,
  FromEngine,
  Identity,
  ToEngine,
} from '../../shared/contract/parent.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { StartEngine } from './engine-process.ts';
import { engineQuestions } from './engine-questions.ts';

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
  /** Asks who acts with a session's token. Null when it ended before the answer. */
  identify(session: string | null): Promise<Identity | null>;
  leave(): void;
}

export interface LifeListeners {
  onReady(life: EngineLife): void;
  onFailed(life: EngineLife, error: AppError): void;
  /** It holds a store of this mode, and is not ready before it has been sent its carrier. */
  onOpened(life: EngineLife, mode: 'practice' | 'live'): void;
  onNamed(name: string | null): void;
  /** Called once, when the process is gone. Nothing that it had said before is heard after that. */
  onEnd(life: EngineLife): void;
}

/** Starts an engine, takes its pulse, and ends it when it hangs. */
export function beginLife(start: StartEngine, listeners: LifeListeners): EngineLife {
  const pings = engineQuestions<true>();
  const checks = engineQuestions<Result<CheckedAccount, AppError>>();
  const identities = engineQuestions<Identity>();
  const startedAt = Date.now();
  let isReady = false;
  let isOver = false;
  let failure: AppError | null = null;
  let unheard = 0;
  let overdue: NodeJS.Timeout | undefined;

  function onMessage(message: FromEngine): void {
    // What is still on its way when the process has gone would be taken for its successor's.
    if (isOver) return;
    switch (message.kind) {
      case 'opened':
        listeners.onOpened(life, message.mode);
        break;
      case 'ready':
        if (isReady) break;
        isReady = true;
        unheard = 0;
        listeners.onReady(life);
        break;
      case 'failed':
        failure = message.error;
        listeners.onFailed(life, message.error);
        life.leave();
        break;
      case 'pong':
        unheard = 0;
        pings.answer(message.n, true);
        break;
      case 'named':
        listeners.onNamed(message.name);
        break;
      case 'credentials-checked':
        checks.answer(message.n, message.outcome);
        break;
      case 'identified':
        identities.answer(message.n, message.identity);
        break;
    }
  }

  const engine = start({
    onMessage,
    onExit() {
      isOver = true;
      clearInterval(pulse);
      clearTimeout(overdue);
      for (const questions of [pings, checks, identities]) questions.end();
      listeners.onEnd(life);
    },
  });

  const pulse = setInterval(() => {
    unheard += 1;
    if (unheard > (isReady ? pingsWithoutPong : ticksToOpen)) engine.kill();
    else if (isReady) void life.hasRead();
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
    async hasRead() {
      // The engine reads its port in order: the pong of a later ping proves that it has read what came before.
      await pings.ask((n) => engine.send({ kind: 'ping', n }));
    },
    checkCredentials: (credentials) => checks.ask((n) => engine.send({ kind: 'check-credentials', n, credentials })),
    identify: (session) => identities.ask((n) => engine.send({ kind: 'identify', n, session })),
    leave() {
      overdue ??= setTimeout(() => engine.kill(), leaveWithinMs);
      engine.send({ kind: 'stop' });
    },
  };
  return life;
}
