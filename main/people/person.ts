import type { Role } from '../../shared/contract/index.ts';
import type { Reader } from '../store/index.ts';
import { findPersonRow, type PersonRow } from './queries.ts';

/** Somebody who works in this campaign. */
export interface Person {
  readonly userId: number;
  readonly firstName: string;
  /** Empty for somebody who gave none. */
  readonly lastName: string;
  readonly role: Role;
}

export function personOf({ id, first_name, last_name, role }: PersonRow): Person {
  return { userId: id, firstName: first_name, lastName: last_name, role };
}

export function findPersonById(reader: Reader, userId: number): Person | undefined {
  const row = findPersonRow(reader, userId);
  return row === undefined ? undefined : personOf(row);
}
