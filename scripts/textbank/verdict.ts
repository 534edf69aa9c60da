/**
 * The count: the people's own log of what they did against the carrier's book of what it accepted. The engine is asked
 * one thing only, the state of a text that never arrived, and is not believed by itself: a text counts as stopped only
 * if its contact had opted out by the carrier's record or by a texter's own hand.
 */
import type { Act, ActLog, DeafTime, Decided } from './act-log.ts';

export interface AcceptedText {
  readonly toPhone: string;
  readonly body: string;
  /** Epoch ms. */
  readonly acceptedAt: number;
}

export interface Evidence<What extends Decided = Act> {
  readonly log: Pick<ActLog<What>, 'acts' | 'optedOutByHandAt' | 'toldAt' | 'deafTimes'>;
  readonly accepted: readonly AcceptedText[];
  /** By the carrier's record, for contacts who asked in whatever words. */
  readonly optedOutAt: ReadonlyMap<string, number>;
  /** The engine's state of a message, asked for acts that no acceptance shows. */
  readonly stateOf: (act: What) => string;
  /** So long after an opt-out the engine may not have heard of it, while nothing keeps it from hearing. */
  readonly hearingMs: number;
}

export interface Verdict {
  /** Acceptances beyond the acts, per phone and text. */
  readonly doubled: number;
  /** Acts whose text was never accepted, and no opt-out says why. One line each, with the engine's state. */
  readonly lost: readonly string[];
  /** Acts whose text a rule stopped on its way, by the reason. */
  readonly stopped: Readonly<Record<string, number>>;
  readonly textedAfterOptOut: number;
  /** Texted after an opt-out that the engine could not have heard yet: how long after each, in milliseconds. */
  readonly textedBeforeHeard: readonly number[];
}

/** States in which the engine itself says that the text will not leave. */
const stoppedStates: readonly string[] = ['cancelled', 'blocked', 'refused'];

export function judge<What extends Decided>(evidence: Evidence<What>): Verdict {
  const { acts } = evidence.log;
  const lost: string[] = [];
  const stopped: Record<string, number> = {};
  for (const act of findMissing(acts, evidence.accepted)) {
    const reason = reasonFor(act, evidence);
    if (reason === null) lost.push(`${act.kind}, ${act.phone}, ${evidence.stateOf(act)}`);
    else stopped[reason] = (stopped[reason] ?? 0) + 1;
  }
  const late = (kind: Lateness) => evidence.accepted.filter((text) => latenessOf(text, evidence) === kind);
  return {
    doubled: countDoubled(acts, evidence.accepted),
    lost,
    stopped,
    textedAfterOptOut: late('after').length,
    textedBeforeHeard: late('before-heard').map(
      ({ toPhone, acceptedAt }) => acceptedAt - (evidence.optedOutAt.get(toPhone) ?? acceptedAt),
    ),
  };
}

function countDoubled(acts: readonly Decided[], accepted: readonly AcceptedText[]): number {
  const decided = groupBy(acts, keyOfAct);
  let doubled = 0;
  for (const [key, texts] of groupBy(accepted, keyOfText)) {
    doubled += Math.max(texts.length - (decided.get(key)?.length ?? 0), 0);
  }
  return doubled;
}

/** The acts that no acceptance shows. Which of several with one text it is cannot be told; the last are the likeliest. */
export function findMissing<What extends Decided>(acts: readonly What[], accepted: readonly AcceptedText[]): What[] {
  const arrived = groupBy(accepted, keyOfText);
  return [...groupBy(acts, keyOfAct)].flatMap(([key, decided]) => decided.slice(arrived.get(key)?.length ?? 0));
}

function reasonFor<What extends Decided>(act: What, { log, optedOutAt, stateOf }: Evidence<What>): string | null {
  const hasOptedOut = log.optedOutByHandAt.has(act.phone) || optedOutAt.has(act.phone);
  if (!hasOptedOut || !stoppedStates.includes(stateOf(act))) return null;
  return log.optedOutByHandAt.has(act.phone) ? 'opted out by hand' : 'opted out in words';
}

type Lateness = 'after' | 'before-heard' | 'in-time';

type Heard = Pick<Evidence<Decided>, 'log' | 'optedOutAt' | 'hearingMs'>;

function latenessOf({ toPhone, acceptedAt }: AcceptedText, { log, optedOutAt, hearingMs }: Heard): Lateness {
  const byHandAt = log.optedOutByHandAt.get(toPhone);
  if (byHandAt !== undefined && acceptedAt > byHandAt) return 'after';
  const askedAt = optedOutAt.get(toPhone);
  if (askedAt === undefined || acceptedAt <= askedAt) return 'in-time';
  const toldAt = log.toldAt.get(toPhone) ?? Number.POSITIVE_INFINITY;
  return acceptedAt <= Math.min(toldAt, heardBy(askedAt, hearingMs, log.deafTimes)) ? 'before-heard' : 'after';
}

/** By when an opt-out must have been heard: a time of deafness that falls into the wait begins it anew. */
export function heardBy(askedAt: number, hearingMs: number, deafTimes: readonly DeafTime[]): number {
  let by = askedAt + hearingMs;
  for (const { fromAt, untilAt } of [...deafTimes].sort((one, other) => one.fromAt - other.fromAt)) {
    if (untilAt > askedAt && fromAt < by) by = Math.max(by, untilAt + hearingMs);
  }
  return by;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function keyOfAct({ phone, text }: Decided): string {
  return `${phone}\n${text}`;
}

function keyOfText({ toPhone, body }: AcceptedText): string {
  return `${toPhone}\n${body}`;
}
