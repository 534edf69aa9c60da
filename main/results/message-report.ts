import type { MessageState } from '../../shared/domain/message-state.ts';
import type { Cell } from '../spreadsheets/index.ts';
import { question, type Reader } from '../store/index.ts';
import type { PageInput, ReportFrame } from './report.ts';
import { directionWords, messageHeader, textStateInWords } from './words.ts';

interface MessageRow {
  readonly at: number;
  readonly direction: 'out' | 'in';
  readonly contact: string;
  readonly phone: string;
  readonly our_number: string;
  readonly texter: string | null;
  readonly script: string | null;
  readonly text: string;
  readonly segments: number | null;
  readonly state: MessageState | null;
  readonly reason: string | null;
  readonly status: string | null;
  readonly code: number | null;
}

const selectContactIds = `SELECT contact_id FROM v_result_assignment
  WHERE action_id = :actionId AND contact_id > :afterContactId ORDER BY contact_id LIMIT :limit`;

/**
 * The conversations of these contacts, one after the other, each in the order in which it came about. The carrier tells
 * when a reply came in whole seconds, so a reply never stands before the text that it followed.
 */
const selectMessages = `WITH page AS (
    SELECT contact_id, trim(first_name || ' ' || last_name) AS name
    FROM v_result_contact WHERE contact_id IN (SELECT value FROM json_each(:contactIds))
  )
  SELECT page.contact_id, said.at, said.at AS turn, 'out' AS direction, said.message_id AS id, page.name AS contact,
    said.phone, number.phone AS our_number, user.name AS texter, script.name AS script, said.text, said.segments,
    said.state, said.reason, said.status, said.code
  FROM page
  JOIN v_result_message AS said ON said.contact_id = page.contact_id AND said.action_id = :actionId
  JOIN v_result_number AS number USING (number_id)
  LEFT JOIN v_result_user AS user USING (user_id)
  LEFT JOIN v_result_script AS script USING (script_id)
  UNION ALL
  SELECT page.contact_id, heard.received_at, max(heard.received_at, coalesce(followed.at, 0)), 'in', heard.reply_id,
    page.name, heard.phone, number.phone, NULL, NULL, heard.text, NULL, NULL, NULL, NULL, NULL
  FROM page
  JOIN v_result_reply AS heard ON heard.contact_id = page.contact_id AND heard.action_id = :actionId
  JOIN v_result_number AS number USING (number_id)
  LEFT JOIN v_result_message AS followed ON followed.message_id = heard.message_id
  ORDER BY 1, turn, direction DESC, id`;

export const readMessagePage = question('results/read-message-page', (reader: Reader, input: PageInput) => {
  const ids = reader.all<{ contact_id: number }>(selectContactIds, { ...input }).map(({ contact_id }) => contact_id);
  const contactIds = JSON.stringify(ids);
  const messages = reader.all<MessageRow>(selectMessages, { actionId: input.actionId, contactIds });
  return { messages, contacts: ids.length, lastContactId: ids.at(-1) ?? null };
});

export const messageReportHeader = messageHeader;

export function messageReportRows(messages: readonly MessageRow[], { zone }: ReportFrame): Cell[][] {
  return messages.map((row) => [
    { at: row.at, zone },
    directionWords[row.direction],
    row.contact,
    row.phone,
    row.our_number,
    row.texter,
    row.script,
    row.text,
    row.segments,
    row.state === null ? null : textStateInWords(row.state, row.reason),
    row.status,
    row.code,
  ]);
}
