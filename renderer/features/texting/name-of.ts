import type { DeskContact } from './desk.ts';

/** The name as it is shown; empty when nothing is known. */
export function nameOf({ firstName, lastName }: DeskContact): string {
  return `${firstName} ${lastName}`.trim();
}
