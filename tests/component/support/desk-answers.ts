import type { Given, Output } from '../../../shared/contract/index.ts';
import type { appError } from '../../../shared/errors.ts';
import { outboxAtRest } from '../../support/outbox-at-rest.ts';
import type { Answers } from './fake-bridge.ts';
import { settings } from './settings.ts';

export type DeskContact = Output<'assignments/list-desk'>['desk'][number];
type Sent = Given<'outbox/send-initial'>;

export const rent: Output<'actions/list'>['actions'][number] = {
  actionId: 7,
  name: 'Rent strike',
  state: 'published',
  listId: 1,
  listName: 'Everybody',
  createdAt: 0,
  publishedAt: 0,
  endedAt: null,
};

export const contact = (assignmentId: number, more: Partial<DeskContact> = {}): DeskContact => ({
  assignmentId,
  batchId: 1,
  contactId: assignmentId,
  firstName: 'Contact',
  lastName: String(assignmentId),
  scriptId: 1,
  text: `Hi ${assignmentId}, this is Rosa.`,
  segments: 1,
  gaps: [],
  zones: [],
  putOffAt: null,
  ...more,
});

/** An engine's desk: whoever was texted is gone from it. */
export function deskOf(
  contacts: readonly DeskContact[],
  refuse: (sent: Sent) => Output<'outbox/send-initial'> | { error: ReturnType<typeof appError> } = () => sentNow,
): Answers {
  const gone = new Set<number>();
  return {
    'assignments/list-desk': ({ after = null, limit = 10 }) => {
      const left = contacts.filter(({ assignmentId }) => !gone.has(assignmentId));
      return {
        desk: left.filter(({ assignmentId }) => assignmentId > (after ?? 0)).slice(0, limit),
        leftCount: left.length,
        batch: left.length === 0 ? null : { batchIds: [1], size: contacts.length, texted: [...gone] },
      };
    },
    'outbox/send-initial': (sent) => {
      const answer = refuse(sent);
      if (!('error' in answer)) gone.add(sent.assignmentId);
      return answer;
    },
  };
}

export const sentNow = { messageId: 1, segments: 1, wait: null };

/** Whatever else the desk asks for, while nothing is going on. */
export const calm: Answers = {
  'actions/read': ({ actionId }) => ({ action: { ...rent, actionId }, initialScripts: [], responseScripts: [] }),
  'outbox/read-status': outboxAtRest,
  'campaign/read-settings': {
    settings,
    joinCode: '123456',
  },
  'conversations/count-needing-answer': { count: 0, hasMore: false },
  'conversations/read-answer-first': { most: null, count: 0 },
  'assignments/read-hours': { waiting: 0, opening: 0, opensAt: null },
  'assignments/put-off': {},
};
