import type { MessageState } from '../../shared/domain/message-state.ts';
import type { Column, Header } from '../spreadsheets/index.ts';
import type { AssignmentState } from './queries.ts';

/** What stands in reports besides what people wrote: English for now, and all of it here. */
export const sheetNames = { contacts: 'Contacts', messages: 'Messages' } as const;

/** The header says on whose clock a time is told: XLSX knows no zones. */
const timeColumn = (title: string, zone: string): Column => ({ title: `${title} (${zone})`, holdsTimes: true });

const phoneWidth = 15;
const nameWidth = 22;
const textWidth = 60;

/** `Texter` is who decided the initial message, `Assigned to` whose contact it is now. */
export const contactHeader = (zone: string): Header => [
  { title: 'First name', width: nameWidth },
  { title: 'Last name', width: nameWidth },
  { title: 'Phone', width: phoneWidth },
  { title: 'Email', width: 30 },
  'ZIP code',
  'State',
  { title: 'Assigned to', width: nameWidth },
  { title: 'Texter', width: nameWidth },
  { title: 'Initial message', width: 26 },
  'Carrier status',
  'Error code',
  { title: 'Initial script', width: nameWidth },
  timeColumn('Sent at', zone),
  'Replied',
  { title: 'Last reply', width: textWidth },
  timeColumn('Last reply at', zone),
  'Opted out',
  'How opted out',
];

export const messageHeader = (zone: string): Header => [
  timeColumn('At', zone),
  'Direction',
  { title: 'Contact', width: nameWidth },
  { title: 'Phone', width: phoneWidth },
  { title: 'Our number', width: phoneWidth },
  { title: 'Texter', width: nameWidth },
  { title: 'Script', width: nameWidth },
  { title: 'Text', width: textWidth },
  'Segments',
  { title: 'Text state', width: 26 },
  'Carrier status',
  'Error code',
];

export const yesOrNo = (yes: boolean): string => (yes ? 'yes' : 'no');

/** What said that a phone is never texted again, as the store has it. */
export type OptOutSource = 'words' | 'carrier' | 'texter' | 'list';

export const optOutWords: Readonly<Record<OptOutSource, string>> = {
  words: 'in words',
  carrier: 'at the carrier',
  texter: 'by hand',
  list: 'from a list',
};

export const directionWords = { out: 'to contact', in: 'from contact' } as const;

const stateWords: Readonly<Record<MessageState, string>> = {
  queued: 'waiting to be sent',
  sending: 'being sent',
  uncertain: 'perhaps sent, being checked',
  'handed-over': 'sent',
  refused: 'refused by the carrier',
  blocked: 'stopped',
  'needs-person': 'waiting for a decision',
  cancelled: 'withdrawn',
};

const assignmentWords: Readonly<Record<AssignmentState, string>> = {
  unassigned: 'not texted yet',
  claimed: 'not texted yet',
  texted: 'texted',
  'left-out': 'left out',
};

const reasonWords: ReadonlyMap<string, string> = new Map([
  ['opted-out', 'opted out'],
  ['blocked', 'cut off'],
  ['unreadable', 'cannot be read'],
  ['unreachable', 'takes no texts'],
  ['action-ended', 'the action ended'],
  ['too-old', 'waited too long'],
  ['number-lost', 'our number is gone'],
  ['unknown-too-long', 'not known whether it was sent'],
]);

/** A reason that has no words yet is told as it is: better odd than hidden. */
function withReason(words: string, reason: string | null): string {
  return reason === null ? words : `${words}: ${reasonWords.get(reason) ?? reason}`;
}

export function textStateInWords(state: MessageState, reason: string | null): string {
  return withReason(stateWords[state], reason);
}

/** For a contact without an initial message. */
export function assignmentInWords(state: AssignmentState, reason: string | null): string {
  return withReason(assignmentWords[state], reason);
}
