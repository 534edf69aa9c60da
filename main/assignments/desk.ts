import type { z } from 'zod';
import type { deskView } from '../../shared/contract/assignments.ts';
import type { Output } from '../../shared/contract/index.ts';
import { type Action, listScripts } from '../actions/index.ts';
import { findContact } from '../contacts/index.ts';
import type { Scripts } from '../scripts/index.ts';
import type { Reader } from '../store/index.ts';
import { whyLeftOut } from './assignment.ts';
import { drawFrom } from './draw-script.ts';
import { readZoneSets } from './free.ts';
import { type DeskRow, listBatches, listDesk } from './queries.ts';

export interface DeskParts {
  readonly device: number;
  /** Fills a script for one contact and one texter. */
  readonly scripts: Scripts;
}

/**
 * What a texter sees next, in order, after the assignment `after`. Who may no longer be texted is not shown and not
 * counted, and will be left out when the next batch is claimed. Nothing is left to text in an action that has ended.
 */
export function readDesk(
  reader: Reader,
  parts: DeskParts,
  { action, userId, after, limit }: { action: Action; userId: number; after: number | null; limit: number },
): Output<'assignments/list-desk'> {
  if (action.state === 'ended') return { desk: [], leftCount: 0, batch: null };
  const seats = listDesk(reader, userId, action.actionId);
  const left = seats.filter((seat) => whyLeftOut(reader, seat.contact_id) === null);
  const page = left.filter(({ id }) => id > (after ?? 0)).slice(0, limit);
  const scripts = listScripts(reader, action.actionId, 'initial');
  const zonesOf = new Map(readZoneSets(reader).sets);

  const show = ({ id, batch_id: batchId, contact_id, put_off_at: putOffAt }: DeskRow): z.output<typeof deskView> => {
    const contact = findContact(reader, contact_id);
    if (contact === undefined) throw new Error('an assignment without its contact');
    const { scriptId, body } = drawFrom(scripts, parts.device, action, contact);
    const { text, segments, gaps } = parts.scripts.fillScript(reader, { body, contact, userId });
    const { contactId, firstName, lastName } = contact;
    return {
      assignmentId: id,
      batchId,
      contactId,
      firstName,
      lastName,
      scriptId,
      text,
      segments,
      gaps: [...gaps],
      zones: [...(zonesOf.get(contact.zoneSetId) ?? [])],
      putOffAt,
    };
  };
  return { desk: page.map(show), leftCount: left.length, batch: batchOf(reader, seats) };
}

/** What these are left of, as it was claimed. */
function batchOf(reader: Reader, seats: readonly DeskRow[]): Output<'assignments/list-desk'>['batch'] {
  if (seats.length === 0) return null;
  const batchIds = [...new Set(seats.map(({ batch_id }) => batch_id))];
  const batch = listBatches(reader, batchIds);
  return { batchIds, size: batch.length, texted: batch.filter(({ state }) => state === 'texted').map(({ id }) => id) };
}
