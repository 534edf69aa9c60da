import type { MessageState } from '../../shared/domain/message-state.ts';
import type { AssignmentState } from './queries.ts';

/** What stands in reports besides what people wrote: English for now, and all of it here. */
export const sheetNames = { contacts: 'Contacts', messages: 'Messages' } as const;

/** Times are told with their offset, and the header says on whose clock. */
export const contactHeader = (zone: string): readonly string[] => [
  'First name',
  'Last name',
  'Phone',
  'Email',
  'ZIP code',
  'State',
  'Texter',
  'Initial message',
  'Carrier status',
  'Error code',
  'Initial script',
  `Sent at (${zone})`,
  'Replied',
  'Last reply',
  `Last reply at (${zone})`,
  'Opted out',
  'How opted out',
];

export const messageHeader = (zone: string): readonly string[] => [
  `At (${zone})`,
  'Direction',
  'Contact',
  'Phone',
  'Our number',
  'Texter',
  'Script',
  'Text',
  'Segments',
  'Text state',
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
