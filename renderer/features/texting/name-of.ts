import { fullName } from '../../../shared/domain/full-name.ts';
import type { DeskContact } from './desk.ts';

/** The name as it is shown; empty when nothing is known. */
export function nameOf(contact: Pick<DeskContact, 'firstName' | 'lastName'>): string {
  return fullName(contact);
}
