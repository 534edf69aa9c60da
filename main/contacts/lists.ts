import type { Reader } from '../store/index.ts';
import { findReadyListRow, listZoneSetRows, pageOfMemberRows } from './queries.ts';

/** A list by id; undefined while it is being imported. */
export function findReadyList(
  reader: Reader,
  listId: number,
): { readonly listId: number; readonly name: string } | undefined {
  const row = findReadyListRow(reader, listId);
  return row && { listId: row.id, name: row.name };
}

/** The contacts of a list in the order of their ids, opted-out ones included. Begin after 0. */
export function pageOfMembers(
  reader: Reader,
  listId: number,
  afterContactId: number,
  limit: number,
): { readonly contactId: number; readonly zoneSetId: number }[] {
  return pageOfMemberRows(reader, listId, afterContactId, limit).map((row) => ({
    contactId: row.contact_id,
    zoneSetId: row.zone_set_id,
  }));
}

/** Every set of time zones that contacts may be in. No zones stand for the campaign's own; several must all be open. */
export function listZoneSets(reader: Reader): { readonly zoneSetId: number; readonly zones: readonly string[] }[] {
  return listZoneSetRows(reader).map(({ id, zones }) => ({ zoneSetId: id, zones: JSON.parse(zones) as string[] }));
}
