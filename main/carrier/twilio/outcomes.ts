/**
 * Decides what an ending means: pure functions, so that each line can be tested with a table. The one rule above all:
 * "not accepted" is said only with proof, since the outbox texts again on its word.
 */

import type { z } from 'zod';
import { type AppError, appError } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { isKnownCarrierError, lookUpCarrierError } from '../carrier-errors.ts';
import type { CarrierErrorCode, CarrierResult, CreateOutcome, RefusalScope, Refused, Unknown } from '../port.ts';
import type { Answer, EndedBy, Ending } from './exchange.ts';
import { schemas } from './parse.ts';

const unknownReason: Readonly<Record<EndedBy, Unknown['reason']>> = {
  deadline: 'timeout',
  withdrawal: 'withdrawn',
  network: 'connection-lost',
};

export function isSuccess(answer: Answer): boolean {
  return answer.httpStatus >= 200 && answer.httpStatus < 300;
}

/** The carrier's own error code, or null when the body is not its error object. */
export function errorCodeOf(answer: Answer): number | null {
  const parsed = schemas.errorBody.safeParse(answer.body);
  return parsed.success ? parsed.data.code : null;
}

/** The table says how far a code reaches. One that it lacks reaches the account when the account was turned away. */
function scopeOf(code: number, httpStatus: number): RefusalScope {
  const turnedAway = httpStatus === 401 || httpStatus === 403;
  return turnedAway && !isKnownCarrierError(code) ? 'account' : lookUpCarrierError(code).scope;
}

/**
 * A no that is certain: a 4xx with the carrier's own error object. A 408 is none, because it may come from a proxy
 * that lost the carrier's answer; nor is a code that says the carrier itself does not know.
 */
export function readRefusal(answer: Answer): Refused | null {
  const code = errorCodeOf(answer);
  const { httpStatus } = answer;
  if (code === null || httpStatus < 400 || httpStatus >= 500 || httpStatus === 408) return null;
  if (lookUpCarrierError(code).retry === 'reconcile') return null;
  return { kind: 'refused', code, httpStatus, scope: scopeOf(code, httpStatus) };
}

/** Twilio's own word that there is no such thing. A 404 without it comes from somebody else on the way. */
export function isAbsent(ending: Ending): boolean {
  return ending.kind === 'answered' && ending.answer.httpStatus === 404 && errorCodeOf(ending.answer) === 20404;
}

/** Why something without a certain yes or no is uncertain. */
export function readUnknown(ending: Exclude<Ending, { kind: 'never-opened' }>): Unknown {
  if (ending.kind === 'lost') return { kind: 'unknown', reason: unknownReason[ending.by] };
  const { httpStatus } = ending.answer;
  return { kind: 'unknown', reason: httpStatus >= 500 ? 'carrier-fault' : 'unreadable-answer', httpStatus };
}

/** Twilio's code for a sending number whose queue has no room. Nothing was taken, and time mends it. */
const queueFullCode = 21611;

function judgeAnswer(answer: Answer): CreateOutcome {
  const { httpStatus, retryAfterMs } = answer;
  if (isSuccess(answer)) {
    const created = schemas.created.safeParse(answer.body);
    if (created.success) return { kind: 'accepted', ...created.data };
  }
  const pause = retryAfterMs === undefined ? {} : { retryAfterMs };
  // Twilio turns a request away with 429 before it looks at it.
  if (httpStatus === 429) return { kind: 'not-accepted', reason: 'rate', ...pause };
  const refused = readRefusal(answer);
  if (refused?.code === queueFullCode) return { kind: 'not-accepted', reason: 'queue-full', ...pause };
  // A create names nothing but the account, so that is what is missing, for every other message too.
  if (refused !== null && httpStatus === 404) return { ...refused, scope: 'account' };
  return refused ?? readUnknown({ kind: 'answered', answer });
}

/** What became of a message that we asked the carrier to take. */
export function judgeCreate(ending: Ending): CreateOutcome {
  if (ending.kind === 'never-opened') {
    return { kind: 'not-accepted', reason: ending.by === 'withdrawal' ? 'withdrawn' : 'unreachable' };
  }
  if (ending.kind === 'lost') return readUnknown(ending);
  const { serverAt } = ending.answer;
  return { ...judgeAnswer(ending.answer), ...(serverAt === undefined ? {} : { serverAt }) };
}

/** The error for an ending that gave no usable answer. A success that got here could not be read. */
export function asAppError(ending: Ending): AppError<CarrierErrorCode> {
  if (ending.kind !== 'answered') return appError('carrier/unreachable');
  const { httpStatus, retryAfterMs } = ending.answer;
  const code = errorCodeOf(ending.answer);
  if (httpStatus === 429) {
    return appError('carrier/busy', retryAfterMs === undefined ? undefined : { retryAfterMs });
  }
  if (code !== null && isAccountInactive(code)) return appError('carrier/account-suspended');
  if (httpStatus === 401 || code === 20003) return appError('carrier/wrong-credentials');
  if (code !== null && readRefusal(ending.answer) !== null) return appError('carrier/refused', { httpStatus, code });
  return appError('carrier/faulty', { httpStatus, ...(code === null ? {} : { code }) });
}

/** 10001, 20005 and 30002 are three ways to say that the account is closed to us. */
function isAccountInactive(code: number): boolean {
  return code === 10001 || code === 20005 || code === 30002;
}

/** Whether the account, not the single thing that was asked for, is the trouble. A fault of the carrier is neither. */
export function isAccountTrouble(answer: Answer): boolean {
  const error = asAppError({ kind: 'answered', answer });
  if (error.code === 'carrier/refused') return readRefusal(answer)?.scope === 'account';
  return error.code !== 'carrier/faulty';
}

/** The value of an answer that succeeded and could be read; the error for every other ending. */
export function readValue<Value>(ending: Ending, schema: z.ZodType<Value>): CarrierResult<Value> {
  if (ending.kind === 'answered' && isSuccess(ending.answer)) {
    const parsed = schema.safeParse(ending.answer.body);
    if (parsed.success) return ok(parsed.data);
  }
  return err(asAppError(ending));
}
