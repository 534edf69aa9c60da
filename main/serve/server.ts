import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  type Actor,
  type Call,
  type CallContext,
  type CallsAt,
  contract,
  type Handlers,
  type WireAnswer,
} from '../../shared/contract/index.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { type Store, StoreRefusal, type Tx } from '../store/index.ts';
import type { Files } from './files.ts';
import { doOnce } from './intents.ts';

export type EngineHandlers = Handlers<CallsAt<'engine'>, Tx>;

/** One client: a window's port or a line of the engine's door. Sign-in binds a session to it. */
export interface Connection {
  session: string | null;
}

export interface Server {
  /** Answers one request as it came off the wire, whatever it is. Never rejects. */
  answer(connection: Connection, raw: unknown): Promise<WireAnswer>;
}

export interface ServerParts {
  readonly handlers: EngineHandlers;
  readonly store: Store;
  /** Who acts with a session's token: `ended` when it is over, null when there never was one. */
  readonly actorOf: (token: string) => Actor | 'ended' | null;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** Parses what handlers return, too. For tests and trying out: it costs time on every call. */
  readonly checkOutputs: boolean;
}

type AnyHandler = (context: CallContext<Actor | null> & { tx?: Tx }, input: unknown) => unknown;
type Outcome = Result<unknown, AppError>;

const requestSchema = z.object({
  id: z.int().nonnegative(),
  session: z.string().max(200).nullish(),
  call: z.string().max(100),
  input: z.unknown(),
});

/** The id of an answer to a request whose own id could not be read. */
const unreadableId = 0;

export function createServer(parts: ServerParts): Server {
  const { store, files, clock } = parts;
  const log = parts.log.child('serve');
  // Maps, not objects: a call named like something every object has is unknown, as it should be.
  const handlers = new Map<string, AnyHandler>(Object.entries(parts.handlers) as [string, AnyHandler][]);
  const calls = new Map<string, Call>(Object.entries(contract));

  async function perform(connection: Connection, request: z.output<typeof requestSchema>): Promise<Outcome> {
    const handler = handlers.get(request.call);
    const call = calls.get(request.call);
    if (handler === undefined || call === undefined) return err(appError('serve/unknown-call'));

    const session = request.session ?? connection.session;
    const actor = session === null ? null : parts.actorOf(session);
    if (call.allow !== 'anyone') {
      if (actor === 'ended') return err(appError('serve/session-ended'));
      if (actor === null) return err(appError('serve/not-signed-in'));
      if (!call.allow.includes(actor.role)) return err(appError('serve/not-allowed'));
    }

    const input = call.input.safeParse(request.input);
    if (!input.success) {
      // The path only: the value may be somebody's number or text.
      const field = input.error.issues[0]?.path.join('.') || request.call;
      log.warn('bad-input', { call: request.call, field });
      return err(appError('serve/bad-input', { field }));
    }

    const context: CallContext<Actor | null> = {
      actor: actor === 'ended' ? null : actor,
      session,
      bindSession: (token) => {
        connection.session = token;
      },
      findFile: files.find,
    };
    const outcome =
      call.repeat === 'once'
        ? performOnce(handler, request.call, context, input.data)
        : ((await handler(context, input.data)) as Outcome);
    if (parts.checkOutputs && outcome.ok) call.output.parse(outcome.value);
    return outcome;
  }

  function performOnce(handler: AnyHandler, name: string, context: CallContext<Actor | null>, input: unknown): Outcome {
    const { intentId } = input as { intentId: string };
    const act = { intentId, call: name, userId: context.actor?.userId ?? null, input };
    try {
      return store.write((tx) => {
        const outcome = doOnce(tx, act, clock.nowMs(), () => handler({ ...context, tx }, input) as Outcome);
        if (!outcome.ok) throw new RolledBack(outcome);
        return outcome;
      });
    } catch (thrown) {
      if (thrown instanceof RolledBack) return thrown.outcome;
      throw thrown;
    }
  }

  function explain(call: string, thrown: unknown): Outcome {
    if (thrown instanceof StoreRefusal) return err(thrown.error);
    const incidentId = randomBytes(4).toString('hex');
    log.error('bug', { incidentId, call, thrown });
    return err({ ...appError('internal/bug'), incidentId });
  }

  return {
    answer: async (connection, raw) => {
      const request = requestSchema.safeParse(raw);
      if (!request.success) {
        const { id } = z.object({ id: z.int().nonnegative() }).safeParse(raw).data ?? { id: unreadableId };
        return { id, ok: false, error: appError('serve/bad-request') };
      }
      const { id, call } = request.data;
      const outcome = await perform(connection, request.data).catch((thrown: unknown) => explain(call, thrown));
      return { id, ...outcome };
    },
  };
}

/** Carries an expected failure out of the transaction that it rolls back. */
class RolledBack extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('rolled back');
    this.outcome = outcome;
  }
}
