/**
 * The count: what people decided, and what they and their contacts forbade, by the driver's own log, against what the
 * carrier took, by the carrier's own book. The engine is asked one thing only, where it left a text that the carrier
 * never took, and is not believed by itself: a text counts as rightly stopped only when the driver knows of the opt-out.
 */
import type { NotedCall } from '../../tests/faults/watched-carrier.ts';
import { tellCrowd } from './crowd-story.ts';
import { isOpenAt } from './hours.ts';
import { pairWithCalls } from './pairing.ts';
import type { Person } from './people.ts';
import { findCrowds, type Limits } from './rate-windows.ts';
import type { Accepted, LeftText } from './records.ts';
import type { Act, RunLog } from './run-log.ts';

export interface Evidence {
  readonly log: Pick<RunLog, 'acts' | 'told' | 'optedOutByHand' | 'optedOutInWriting' | 'troubles'>;
  readonly people: ReadonlyMap<string, Person>;
  readonly accepted: readonly Accepted[];
  readonly calls: readonly NotedCall[];
  readonly left: ReadonlyMap<number, LeftText>;
  readonly limits: Limits;
}

export interface Verdict {
  readonly intended: number;
  readonly accepted: number;
  /** Acceptances beyond the acts, per phone and text. */
  readonly doubled: number;
  /** Acts that the carrier never took, although the engine is done with them and no opt-out says why. */
  readonly lost: number;
  /** Acts that have come to no end, and nobody is asked about them. */
  readonly stuck: number;
  readonly textedAfterOptOut: number;
  readonly textedOutsideHours: number;
  readonly overRateWindows: number;
  /** Acts that were rightly stopped by an opt-out, and acts that are left to a person. */
  readonly stopped: number;
  readonly needsPerson: number;
  /** One for each thing that is counted as wrong; those on the rate go on with the lines of their story. */
  readonly findings: readonly string[];
}

const unended: readonly string[] = ['queued', 'sending', 'uncertain'];
/** States in which the engine says that it will not send the text. */
const stoppedStates: readonly string[] = ['blocked', 'cancelled', 'refused'];

export function judge(evidence: Evidence): Verdict {
  const { log, accepted, left } = evidence;
  const findings: string[] = [];
  const counts = { doubled: 0, lost: 0, stuck: 0, stopped: 0, needsPerson: 0 };
  const wrong = (count: 'doubled' | 'lost' | 'stuck', text: string): void => {
    counts[count] += 1;
    findings.push(`${count}: ${text}`);
  };

  const decided = groupBy(log.acts, ({ phone, text }) => `${phone} ${text}`);
  const arrived = groupBy(accepted, ({ toPhone, body }) => `${toPhone} ${body}`);
  for (const [key, texts] of arrived) {
    const beyond = texts.length - (decided.get(key)?.length ?? 0);
    for (let more = 0; more < beyond; more += 1) wrong('doubled', `${key}, ${texts.map(({ sid }) => sid).join(' ')}`);
  }

  const known = new Set(accepted.map(({ sid }) => sid));
  for (const act of log.acts) {
    const text = left.get(act.messageId);
    const words = `${act.phone} ${act.text.slice(0, 60)}, message ${act.messageId} is ${text?.state ?? 'not there'}`;
    if (text === undefined) wrong('lost', words);
    else if (unended.includes(text.state)) wrong('stuck', words);
    else if (text.carrierId !== null && known.has(text.carrierId)) continue;
    else if (text.state === 'needs-person' && text.reason !== null) counts.needsPerson += 1;
    else if (stoppedStates.includes(text.state) && hasOptedOut(act, log)) counts.stopped += 1;
    else wrong('lost', `${words}, ${text.reason ?? text.refusalCode ?? text.carrierId}`);
  }

  const unseen = evidence.calls.find(({ releasedAt, claimedAt }) => !(releasedAt > 0 && claimedAt > 0));
  if (unseen !== undefined) throw new Error(`nothing was seen of the claim before the call to ${unseen.to}`);

  const afterOptOut = findAfterOptOut(evidence);
  const outsideHours = findOutsideHours(evidence);
  const crowds = findCrowds(pairWithCalls(accepted, evidence.calls), evidence.limits);
  const overRate = crowds.map((crowd) => tellCrowd(crowd, log.troubles));
  return {
    intended: log.acts.length,
    accepted: accepted.length,
    ...counts,
    textedAfterOptOut: afterOptOut.length,
    textedOutsideHours: outsideHours.length,
    overRateWindows: overRate.length,
    findings: [...findings, ...afterOptOut, ...outsideHours, ...overRate],
  };
}

function hasOptedOut({ phone }: Act, { optedOutByHand, optedOutInWriting }: Evidence['log']): boolean {
  return optedOutByHand.has(phone) || optedOutInWriting.has(phone);
}

/** A call that was under way when the engine learnt of the opt-out cannot be taken back; any made after it is wrong. */
function findAfterOptOut({ log, accepted, calls }: Evidence): string[] {
  return pairWithCalls(accepted, calls).flatMap(({ text, call }) => {
    const toldMs = log.told.get(text.toPhone);
    const isAfter = toldMs !== undefined && (call === null || call.realMs > toldMs);
    return isAfter ? [`after opt-out: ${text.toPhone} ${text.body.slice(0, 60)}, ${text.sid}`] : [];
  });
}

/**
 * When the carrier takes it, and when it would drop it, had it been asked at once, it is inside the hours of all the
 * contact's clocks. How long a request is under way nobody can know when it is made, and the carrier counts from its end.
 */
function findOutsideHours({ people, accepted, calls }: Evidence): string[] {
  return pairWithCalls(accepted, calls).flatMap(({ text: { toPhone, acceptedAt, expiresAt, sid }, call }) => {
    const zones = people.get(toPhone)?.zones ?? [];
    const dropsAt = expiresAt - (acceptedAt - (call?.calledAt ?? acceptedAt));
    if (zones.length > 0 && isOpenAt(zones, acceptedAt) && isOpenAt(zones, dropsAt)) return [];
    const [from, until] = [acceptedAt, dropsAt].map((at) => new Date(at).toISOString());
    return [`outside hours: ${toPhone} in ${zones.join(' and ')}, ${from} until ${until}, ${sid}`];
  });
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
