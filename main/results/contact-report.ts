import type { MessageState } from '../../shared/domain/message-state.ts';
import type { Cell, Header } from '../spreadsheets/index.ts';
import { question, type Reader } from '../store/index.ts';
import type { AssignmentState } from './queries.ts';
import type { PageInput, ReportFrame } from './report.ts';
import {
  assignmentInWords,
  contactHeader,
  type OptOutSource,
  optOutWords,
  textStateInWords,
  yesOrNo,
} from './words.ts';

interface ContactRow {
  readonly contact_id: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly phone: string;
  readonly email: string;
  readonly zip: string;
  readonly state: string;
  /** Whose contact it is now; null for nobody's. */
  readonly assigned_to: string | null;
  /** Who decided the initial message; null when there is none. */
  readonly texter: string | null;
  readonly assignment_state: AssignmentState;
  readonly left_out_reason: string | null;
  readonly text_state: MessageState | null;
  readonly text_reason: string | null;
  readonly status: string | null;
  readonly code: number | null;
  readonly script: string | null;
  readonly sent_at: number | null;
  readonly last_reply: string | null;
  readonly last_reply_at: number | null;
  /** What said so; null for who has not opted out. */
  readonly opt_out_source: OptOutSource | null;
}

/** The initial message is the last one that was decided: one before it was withdrawn. */
const selectContacts = `SELECT assignment.contact_id, first_name, last_name, contact.phone, email, zip, contact.state,
    assigned.name AS assigned_to, texter.name AS texter, assignment.state AS assignment_state, assignment.reason AS left_out_reason,
    initial.state AS text_state, initial.reason AS text_reason, initial.status, initial.code, script.name AS script,
    initial.handed_over_at AS sent_at, reply.text AS last_reply, reply.received_at AS last_reply_at,
    opt_out.source AS opt_out_source
  FROM v_result_assignment AS assignment
  JOIN v_result_contact AS contact USING (contact_id)
  LEFT JOIN v_result_user AS assigned ON assigned.user_id = assignment.user_id
  LEFT JOIN v_result_message AS initial ON initial.message_id = (
    SELECT max(message_id) FROM v_result_message AS first
    WHERE first.contact_id = assignment.contact_id AND first.action_id = assignment.action_id AND first.kind = 'initial'
  )
  LEFT JOIN v_result_user AS texter ON texter.user_id = initial.user_id
  LEFT JOIN v_result_script AS script ON script.script_id = initial.script_id
  LEFT JOIN v_result_reply AS reply ON reply.reply_id = (
    SELECT reply_id FROM v_result_reply AS last
    WHERE last.action_id = assignment.action_id AND last.contact_id = assignment.contact_id
    ORDER BY last.received_at DESC, reply_id DESC LIMIT 1
  )
  LEFT JOIN v_result_opt_out AS opt_out ON opt_out.phone = contact.phone
  WHERE assignment.action_id = :actionId AND assignment.contact_id > :afterContactId
  ORDER BY assignment.contact_id LIMIT :limit`;

const selectValues = `SELECT contact_id, field_id, value FROM v_result_contact_value
  WHERE contact_id IN (SELECT value FROM json_each(?))`;

export const readContactPage = question(
  'results/read-contact-page',
  (reader: Reader, { actionId, afterContactId, limit }: PageInput) => {
    const contacts = reader.all<ContactRow>(selectContacts, { actionId, afterContactId, limit });
    const ids = JSON.stringify(contacts.map(({ contact_id }) => contact_id));
    const values = reader.all<{ contact_id: number; field_id: number; value: string }>(selectValues, ids);
    return { contacts, values };
  },
);

type ContactPage = ReturnType<typeof readContactPage.answer>;

export function contactReportHeader({ zone, fields }: ReportFrame): Header {
  return [...contactHeader(zone), ...fields.map(({ title }) => title)];
}

export function contactReportRows({ contacts, values }: ContactPage, { zone, fields }: ReportFrame): Cell[][] {
  const valuesByKey = new Map(values.map(({ contact_id, field_id, value }) => [`${contact_id}/${field_id}`, value]));
  const time = (at: number | null): Cell => (at === null ? null : { at, zone });
  return contacts.map((row) => [
    row.first_name,
    row.last_name,
    row.phone,
    row.email,
    row.zip,
    row.state,
    row.assigned_to,
    row.texter,
    row.text_state === null
      ? assignmentInWords(row.assignment_state, row.left_out_reason)
      : textStateInWords(row.text_state, row.text_reason),
    row.status,
    row.code,
    row.script,
    time(row.sent_at),
    yesOrNo(row.last_reply_at !== null),
    row.last_reply,
    time(row.last_reply_at),
    yesOrNo(row.opt_out_source !== null),
    row.opt_out_source === null ? null : optOutWords[row.opt_out_source],
    ...fields.map(({ fieldId }) => valuesByKey.get(`${row.contact_id}/${fieldId}`) ?? null),
  ]);
}
