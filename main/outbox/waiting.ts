import type { Output } from '../../shared/contract/index.ts';
import type { WaitReason } from '../../shared/domain/message-state.ts';
import { findAction } from '../actions/index.ts';
import { findContact } from '../contacts/index.ts';
import { findPersonById } from '../people/index.ts';
import { question, type Reader } from '../store/index.ts';
import { remembered } from './clear-away.ts';
import type { Group } from './queries.ts';
import { judgeHours } from './rules/safeguards.ts';
import { type Conditions, reasonOf } from './status.ts';

type WaitingText = Output<'outbox/list-waiting'>['messages'][number];

/** A text that waits, as the store alone knows it. */
interface WaitingRow extends Group, Omit<WaitingText, 'waitsFor' | 'notBeforeAt' | keyof Group> {
  readonly kind: WaitingText['kind'];
  readonly actionId: number;
  readonly state: 'queued' | 'sending' | 'uncertain' | 'needs-person';
  /** Why it is not looked at before `notBeforeAt`; null when only its turn is waited for. */
  readonly heldBy: WaitReason | null;
  readonly notBeforeAt: number;
}

export interface WaitingAsked {
  /** Whose they are; null for everybody's. */
  readonly userId: number | null;
  readonly after: number;
  readonly limit: number;
}

/**
 * The ids of what waits, each from the index of its state: that of the queue has whose a text is, so no row of it is read.
 * It is not in the order of the ids, and all of its entries are passed over for a page: a hundred thousand take the read
 * worker some hundredths of a second, and an index of their own would be paid for by every Enter.
 */
function listWaitingIds(reader: Reader, { userId, after, limit }: WaitingAsked): number[] {
  const list = (index: string, where: string): number[] =>
    reader
      .all<{ id: number }>(
        `SELECT id FROM message INDEXED BY ${index}
         WHERE ${where} AND id > :after AND (:userId IS NULL OR user_id = :userId) ORDER BY id LIMIT :limit`,
        { userId, after, limit },
      )
      .map(({ id }) => id);
  return [
    ...list('message_queue', `state = 'queued'`),
    ...list('message_in_doubt', `state IN ('sending', 'uncertain')`),
    ...list('message_person', `state = 'needs-person'`),
  ]
    .sort((one, other) => one - other)
    .slice(0, limit);
}

/** A page of what waits, the first decided first, with whom it is for and who decided it. */
export const listWaitingTexts = question(
  'outbox/list-waiting',
  (reader, asked: WaitingAsked & { readonly at: number }): WaitingRow[] => {
    const find = `SELECT id AS messageId, kind, action_id AS actionId, contact_id AS contactId, user_id AS userId,
        number_id AS numberId, zone_set_id AS zoneSetId, queued_at AS decidedAt, state, not_before_at AS notBeforeAt,
        CASE WHEN not_before_at > :at THEN wait_reason END AS heldBy
      FROM message WHERE id = :id`;
    const actionName = remembered((actionId: number) => findAction(reader, actionId)?.name ?? '');
    const decidedBy = remembered((userId: number) => {
      const { firstName = '', lastName = '' } = findPersonById(reader, userId) ?? {};
      return { userId, firstName, lastName };
    });
    return listWaitingIds(reader, asked).flatMap((id) => {
      const row = reader.get<Omit<WaitingRow, 'actionName' | 'firstName' | 'lastName' | 'decidedBy'>>(find, {
        id,
        at: asked.at,
      });
      if (row === undefined) return [];
      const { firstName = '', lastName = '' } = findContact(reader, row.contactId) ?? {};
      return [{ ...row, firstName, lastName, actionName: actionName(row.actionId), decidedBy: decidedBy(row.userId) }];
    });
  },
);

const ofState = { sending: 'leaving', uncertain: 'checking', 'needs-person': 'decision' } as const;

/** Says of texts why they wait, by the conditions of this moment and as `outbox/read-status` counts them, and until when. */
export function tellWaiting(rows: readonly WaitingRow[], conditions: Conditions): WaitingText[] {
  const { reader, hours, pacing, at } = conditions;
  const reasons = new Map<string, WaitReason | null>();
  const groupReason = (group: Group): WaitReason | null => {
    const key = `${group.actionId} ${group.numberId} ${group.zoneSetId}`;
    const known = reasons.get(key);
    if (known !== undefined) return known;
    const reason = reasonOf(group, conditions);
    reasons.set(key, reason);
    return reason;
  };
  const hoursOpenAt = remembered((zoneSetId: number): number | null => {
    const judged = judgeHours({ window: hours.window, zones: hours.zonesOf(zoneSetId), at });
    return judged.kind === 'wait' ? judged.untilAt : null;
  });

  function waitOf(row: WaitingRow): Pick<WaitingText, 'waitsFor' | 'notBeforeAt'> {
    if (row.state !== 'queued') return { waitsFor: ofState[row.state], notBeforeAt: null };
    const reason = row.heldBy ?? groupReason(row);
    switch (reason) {
      case 'hours':
        return { waitsFor: reason, notBeforeAt: row.heldBy === null ? hoursOpenAt(row.zoneSetId) : row.notBeforeAt };
      case 'lock':
        return { waitsFor: reason, notBeforeAt: row.notBeforeAt };
      case 'limit': {
        const pauses = ['account', `number:${row.numberId}`] as const;
        const untilAt = pauses.map((scope) => pacing.pauseOf(reader, scope, at)?.untilAt ?? null);
        const known = untilAt.filter((instant) => instant !== null);
        return { waitsFor: reason, notBeforeAt: known.length === 0 ? null : Math.max(...known) };
      }
      default:
        return { waitsFor: reason ?? 'turn', notBeforeAt: null };
    }
  }

  return rows.map((row) => {
    const { messageId, kind, actionId, actionName, contactId, firstName, lastName, decidedBy, decidedAt } = row;
    return {
      ...{ messageId, kind, actionId, actionName, contactId, firstName, lastName, decidedBy, decidedAt },
      ...waitOf(row),
    };
  });
}
