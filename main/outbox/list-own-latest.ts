import type { Output } from '../../shared/contract/index.ts';
import { findContact } from '../contacts/index.ts';
import { question } from '../store/index.ts';

type LatestText = Output<'outbox/list-own-latest'>['messages'][number];

/** As many as somebody looks back over who wonders what they have just sent. */
const mostShown = 5;
/**
 * How far back is looked, in texts of everybody. A texter's own stand among the newest while they text; whoever comes back
 * after so many others costs the read worker a pass over these, and no index of its own is paid for by every Enter.
 */
const mostPassedOver = 50_000;

/** The first texts that somebody sent last in an action, the newest first, with what has become of each. */
export const listOwnLatest = question(
  'outbox/list-own-latest',
  (reader, { actionId, userId }: { readonly actionId: number; readonly userId: number }): LatestText[] => {
    const newest = reader.get<{ id: number | null }>('SELECT max(id) AS id FROM message')?.id ?? 0;
    const find = `SELECT id AS messageId, contact_id AS contactId, body AS text, queued_at AS at, state, status
      FROM message
      WHERE id > :after AND user_id = :userId AND +action_id = :actionId AND kind = 'initial'
      ORDER BY id DESC LIMIT ${mostShown}`;
    return reader
      .all<Omit<LatestText, 'firstName' | 'lastName'>>(find, { after: newest - mostPassedOver, userId, actionId })
      .map((row) => {
        const { firstName = '', lastName = '' } = findContact(reader, row.contactId) ?? {};
        return { ...row, firstName, lastName };
      });
  },
);
