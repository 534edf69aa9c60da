import type { MessageState } from '../../shared/domain/message-state.ts';
import type { Reader } from '../store/index.ts';

export type AssignmentState = 'unassigned' | 'claimed' | 'texted' | 'left-out';

export function findAction(reader: Reader, actionId: number): { readonly name: string } | undefined {
  return reader.get('SELECT name FROM v_result_action WHERE action_id = ?', actionId);
}

/** The clock on which reports tell times. */
export function readZone(reader: Reader): string {
  return reader.get<{ time_zone: string }>('SELECT time_zone FROM v_result_campaign')?.time_zone ?? 'UTC';
}

/** Each contact of the action once. One that was left out never had a text. */
export function countAssignments(
  reader: Reader,
  actionId: number,
): { readonly state: AssignmentState; readonly reason: string | null; readonly count: number }[] {
  return reader.all(
    'SELECT state, reason, count(*) AS count FROM v_result_assignment WHERE action_id = ? GROUP BY 1, 2',
    actionId,
  );
}

/**
 * By contact and then by the contact's texts: what it costs grows with this action, not with the whole store. A contact
 * has one initial message that says where they stand (`isTheOne`): one that was withdrawn counts only where none came
 * after it, and there is never more than one that was not.
 */
export function countMessages(
  reader: Reader,
  actionId: number,
): {
  readonly kind: 'initial' | 'follow-up';
  readonly state: MessageState;
  readonly status: string | null;
  readonly reason: string | null;
  readonly code: number | null;
  readonly contactState: AssignmentState;
  readonly isTheOne: 0 | 1;
  readonly count: number;
}[] {
  const select = `SELECT message.kind, message.state, message.status, message.reason, message.code,
      assignment.state AS contactState,
      message.kind = 'initial' AND (message.state <> 'cancelled' OR NOT EXISTS (
        SELECT 1 FROM v_result_message AS other
        WHERE other.contact_id = message.contact_id AND other.action_id = message.action_id AND other.kind = 'initial'
          AND other.message_id <> message.message_id
          AND (other.state <> 'cancelled' OR other.message_id > message.message_id)
      )) AS isTheOne,
      count(*) AS count
    FROM v_result_assignment AS assignment
    CROSS JOIN v_result_message AS message USING (action_id, contact_id)
    WHERE assignment.action_id = ?
    GROUP BY 1, 2, 3, 4, 5, 6, 7`;
  return reader.all(select, actionId);
}

/**
 * Contacts who wrote back, and those of them who wait for an answer: who have not opted out, in whatever way, and to whom
 * no follow-up was decided since their last reply came to be known here. One that was stopped, refused or withdrawn
 * answered nobody. Both instants are by our own clock, and nobody answers what has not been shown to them.
 */
export function countHeard(
  reader: Reader,
  actionId: number,
): { readonly replied: number; readonly needsAttention: number } {
  const select = `WITH heard AS (
      SELECT action_id, contact_id, max(stored_at) AS last_stored_at FROM v_result_reply
      WHERE action_id = :actionId AND contact_id IS NOT NULL GROUP BY contact_id
    )
    SELECT count(*) AS replied, count(*) FILTER (WHERE
      contact.phone NOT IN (SELECT phone FROM v_result_opt_out)
      AND NOT EXISTS (
        SELECT 1 FROM v_result_message AS answer
        WHERE answer.contact_id = heard.contact_id AND answer.action_id = heard.action_id AND answer.kind = 'follow-up'
          AND answer.state NOT IN ('refused', 'blocked', 'cancelled') AND answer.queued_at >= heard.last_stored_at
      )
    ) AS needsAttention
    FROM heard
    JOIN v_result_assignment AS assignment USING (action_id, contact_id)
    JOIN v_result_contact AS contact USING (contact_id)`;
  return reader.get(select, { actionId }) ?? { replied: 0, needsAttention: 0 };
}

/**
 * Contacts of the action who opted out after the carrier had been asked to text them in it, by how they did. No clock is
 * needed to know that it was after: a phone that has opted out is never tried again.
 */
export function countOptOuts(reader: Reader, actionId: number): { readonly inWords: number; readonly byHand: number } {
  const select = `SELECT count(*) FILTER (WHERE opt_out.source IN ('words', 'carrier')) AS inWords,
      count(*) FILTER (WHERE opt_out.source NOT IN ('words', 'carrier')) AS byHand
    FROM v_result_assignment AS assignment
    JOIN v_result_contact AS contact USING (contact_id)
    JOIN v_result_opt_out AS opt_out USING (phone)
    WHERE assignment.action_id = :actionId AND EXISTS (
      SELECT 1 FROM v_result_message AS tried
      WHERE tried.contact_id = assignment.contact_id AND tried.action_id = assignment.action_id
        AND (tried.attempts > 0 OR tried.state = 'handed-over')
    )`;
  return reader.get(select, { actionId }) ?? { inWords: 0, byHand: 0 };
}

export interface Field {
  readonly fieldId: number;
  readonly title: string;
}

/** The campaign's custom fields, in the order in which they were made. */
export function listFields(reader: Reader): Field[] {
  return reader.all('SELECT field_id AS fieldId, title FROM v_result_field ORDER BY field_id');
}
