import type { Call, Identity, Role } from '../../shared/contract/index.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';

/** Who a call comes from: a session, on a page of one opening of a campaign. */
export interface Caller {
  readonly session: string | null;
  /** Null from a page that has not heard of a campaign yet. */
  readonly opening: number | null;
}

type Answer = Result<unknown, AppError>;

/** Does `act` if the caller may make the call. The campaign that they were judged in is then still the open one. */
export type Admit = (call: Pick<Call, 'allow'>, caller: Caller, act: () => Promise<Answer>) => Promise<Answer>;

export interface AccessParts {
  readonly openingNow: () => number;
  /** Asks the engine, which alone knows sessions. Null when there is none because it cannot open the store. */
  readonly identify: (session: string | null) => Promise<Identity | null>;
}

/**
 * The roles of calls that main answers, as `serve` judges them for the engine's. As long as nobody can sign in, since the
 * campaign is not founded or its store cannot be opened, whoever sits there may act, as at the first start; what is the
 * owner's alone waits for a store that can be opened. A page of another opening is about to go, and nobody acts from there.
 */
export function createAdmission({ openingNow, identify }: AccessParts): Admit {
  return async ({ allow }, { session, opening }, act) => {
    const began = openingNow();
    if (opening !== null && opening !== began) return err(appError('serve/session-ended'));
    if (allow === 'anyone') return act();
    const identity = await identify(session);
    // The engine that answered may be that of the campaign that was opened meanwhile.
    if (openingNow() !== began) return err(appError('serve/session-ended'));
    const refusal = identity === null ? refusalOfAnybody(allow) : refusalOf(identity, allow);
    return refusal === null ? act() : err(refusal);
  };
}

function refusalOfAnybody(allowed: readonly Role[]): AppError | null {
  return allowed.some((role) => role !== 'owner') ? null : appError('serve/not-allowed');
}

function refusalOf({ isFounded, role }: Identity, allowed: readonly Identity['role'][]): AppError | null {
  if (!isFounded) return null;
  if (role === 'ended') return appError('serve/session-ended');
  if (role === 'unknown') return appError('internal/bug');
  if (role === null) return appError('serve/not-signed-in');
  return allowed.includes(role) ? null : appError('serve/not-allowed');
}
