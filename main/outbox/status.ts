import type { WaitReason } from '../../shared/domain/message-state.ts';
import { findAction } from '../actions/index.ts';
import { question, type Reader } from '../store/index.ts';
import type { Hours } from './hours.ts';
import type { LineState } from './line.ts';
import type { Pacing } from './pacing.ts';
import type { Group } from './queries.ts';
import { judgeHours } from './rules/safeguards.ts';

interface CountedGroup extends Group {
  /** Why its rows are not looked at yet; null for those that only wait for their turn. */
  readonly heldBy: WaitReason | null;
  readonly count: number;
}

export interface QueueCounts {
  readonly queued: readonly CountedGroup[];
  readonly sending: number;
  readonly uncertain: number;
  readonly needsPerson: number;
}

/** Counts the queue by group, from its own indexes. */
export const countQueue = question('outbox/count-queue', (reader, { at }: { at: number }): QueueCounts => {
  const count = (index: string, where: string): number =>
    reader.get<{ count: number }>(`SELECT count(*) AS count FROM message INDEXED BY ${index} WHERE ${where}`)?.count ??
    0;
  return {
    queued: reader.all<CountedGroup>(
      `SELECT kind, number_id AS numberId, action_id AS actionId, user_id AS userId, zone_set_id AS zoneSetId,
         CASE WHEN not_before_at > ? THEN wait_reason END AS heldBy, count(*) AS count
       FROM message WHERE state = 'queued'
       GROUP BY kind, number_id, action_id, user_id, zone_set_id, heldBy`,
      at,
    ),
    sending: count('message_in_doubt', `state IN ('sending', 'uncertain') AND state = 'sending'`),
    uncertain: count('message_in_doubt', `state IN ('sending', 'uncertain') AND state = 'uncertain'`),
    needsPerson: count('message_person', `state = 'needs-person'`),
  };
});

export interface Conditions {
  readonly reader: Reader;
  readonly hours: Hours;
  readonly pacing: Pacing;
  readonly line: LineState | 'none';
  readonly at: number;
}

/** What the queued texts wait for, by reason; those that only wait for their turn are in none. */
export function sortWaiting(groups: readonly CountedGroup[], conditions: Conditions): Map<WaitReason, number> {
  const waiting = new Map<WaitReason, number>();
  for (const group of groups) {
    const reason = group.heldBy ?? reasonOf(group, conditions);
    if (reason !== null) waiting.set(reason, (waiting.get(reason) ?? 0) + group.count);
  }
  return waiting;
}

/** What the queued texts of a group wait for that are not held back one by one; null for their turn alone. */
export function reasonOf(group: Group, { reader, hours, pacing, line, at }: Conditions): WaitReason | null {
  if (findAction(reader, group.actionId)?.state === 'paused') return 'pause';
  const { window } = hours;
  if (!hours.isOpen(group.zoneSetId)) return 'hours';
  if (judgeHours({ window, zones: hours.zonesOf(group.zoneSetId), at }).kind === 'wait') return 'hours';
  for (const scope of ['account', `number:${group.numberId}`] as const) {
    const pause = pacing.pauseOf(reader, scope, at);
    if (pause !== null) return pause.reason === 'refused' ? 'pause' : 'limit';
  }
  return line === 'down' || line === 'none' ? 'offline' : null;
}
