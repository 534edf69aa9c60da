/**
 * Whether a text may go to a contact now. Takes what is known of the text, its action, the phone and the hours; tells to
 * send it, to let it wait, to stop it for good or to ask a person. It is judged when a person presses the key and again
 * when the text is about to leave, by this one function both times, because hours or days may lie between. It refuses
 * to weigh: the first rule in the order below that says no is the answer, and an opt-out wins over everything.
 */
import {
  closesAt,
  opensAt,
  secondsUntilClose,
  type TextingWindow,
  type ZoneSet,
} from '../../../shared/domain/texting-hours.ts';
import type { KnownOfPhone } from '../../contacts/index.ts';

export interface Facts {
  readonly kind: 'initial' | 'follow-up';
  readonly actionState: 'draft' | 'publishing' | 'published' | 'paused' | 'ended';
  readonly phone: KnownOfPhone;
  readonly window: TextingWindow;
  readonly zones: ZoneSet;
  /** How long a first text keeps others away (A6); 0 is off. */
  readonly lockMinutes: number;
  /** When a person decided to send it; after `needs-person`, when a person decided so again. */
  readonly queuedAt: number;
  /** Now, by our clock corrected with the carrier's. */
  readonly at: number;
}

export type Judgement =
  /** `validitySeconds`: after so long the carrier is to drop the text, since delivering it would be too late in the day. */
  | { readonly kind: 'go'; readonly validitySeconds: number }
  /** `untilAt` (epoch ms): when to judge again; null when no time can be told, and something else has to happen. */
  | { readonly kind: 'wait'; readonly reason: 'hours' | 'lock' | 'pause'; readonly untilAt: number | null }
  | { readonly kind: 'stop'; readonly reason: 'opted-out' | 'blocked' | 'unreachable' | 'action-ended' }
  | { readonly kind: 'ask-person'; readonly reason: 'too-old' };

/**
 * A text that waited for longer is sent only if a person says so again. Three days let what was decided on a Friday evening
 * still leave on Monday; what is older speaks of a day that is over, and nobody expects the answers any more.
 */
export const queuedDeadlineMs = 72 * 60 * 60_000;

/** The carrier drops a text so long before the hours end: a phone may show it a little later than it was handed over. */
export const closingMarginSeconds = 30;

/** With less time than this the carrier would probably drop the text undelivered, so it waits for the next morning. */
export const leastValiditySeconds = 60;

/** The longest that Twilio keeps a text (`ValidityPeriod`). */
export const longestValiditySeconds = 36_000;

/**
 * When an answer came is told by the carrier in whole seconds, when a first text left by our own clock, which is let be
 * while it is off by less than two seconds. An answer this much "before" the text is an answer to it.
 */
const answerAllowanceMs = 5_000;

export function judge(facts: Facts): Judgement {
  return judgeForGood(facts) ?? judgeAge(facts) ?? judgePause(facts) ?? judgeLock(facts) ?? judgeHours(facts);
}

function judgeForGood({ phone, actionState }: Facts): Judgement | null {
  const reason = whyNever(phone) ?? (actionState === 'ended' ? 'action-ended' : null);
  return reason === null ? null : { kind: 'stop', reason };
}

/** Why the phone is never texted again, by whatever action; null when it may be. */
export function whyNever(phone: KnownOfPhone): 'opted-out' | 'blocked' | 'unreachable' | null {
  if (phone.optedOutAt !== null) return 'opted-out';
  if (phone.blockedAt !== null) return 'blocked';
  return phone.unreachableCode === null ? null : 'unreachable';
}

function judgeAge({ queuedAt, at }: Facts): Judgement | null {
  return at - queuedAt > queuedDeadlineMs ? { kind: 'ask-person', reason: 'too-old' } : null;
}

/** Nothing leaves for an action that is not published: a draft's text should not exist, and if it does, it stays here. */
function judgePause({ actionState }: Facts): Judgement | null {
  return actionState === 'published' ? null : { kind: 'wait', reason: 'pause', untilAt: null };
}

/**
 * The lock (A6). A first text waits while the last first text to the phone, of whatever action, is younger than the lock,
 * even if the contact answered that one: it is a second opening all the same. A follow-up is never locked once the
 * contact has written since the last first text, because then it answers a person. A follow-up to somebody who stays
 * silent waits like a first text, and counts from the last text of any kind: the lock is there so that nobody is texted
 * more than once within its time without having said a word.
 */
function judgeLock({ kind, phone, lockMinutes, at }: Facts): Judgement | null {
  const { lastInitialAt, lastOutAt, lastInAt } = phone;
  if (lockMinutes === 0 || lastInitialAt === null) return null;
  const hasAnswered = lastInAt !== null && lastInAt >= lastInitialAt - answerAllowanceMs;
  if (kind === 'follow-up' && hasAnswered) return null;
  const lockedSinceAt = kind === 'initial' ? lastInitialAt : Math.max(lastInitialAt, lastOutAt ?? lastInitialAt);
  const lockMs = lockMinutes * 60_000;
  if (at >= lockedSinceAt + lockMs) return null;
  // A text in our future was noted while the clock was wrong: it is looked at again after one lock, not in a year.
  return { kind: 'wait', reason: 'lock', untilAt: Math.min(lockedSinceAt, at) + lockMs };
}

/** The hours alone, which are the same for every text to a zone set. */
export function judgeHours({ window, zones, at }: Pick<Facts, 'window' | 'zones' | 'at'>): Judgement {
  const longest = longestValiditySeconds + closingMarginSeconds;
  const validitySeconds = secondsUntilClose(window, zones, at, longest) - closingMarginSeconds;
  if (validitySeconds >= leastValiditySeconds) return { kind: 'go', validitySeconds };
  // When it is closed already, it "closes" now.
  const closedAt = closesAt(window, zones, at) ?? at;
  return { kind: 'wait', reason: 'hours', untilAt: opensAt(window, zones, closedAt) };
}
