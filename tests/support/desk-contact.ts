import type { DeskContact } from '../../renderer/features/texting/desk.ts';

/** Somebody on a texter's desk, of the first batch where nothing else is said. */
export const deskContact = (assignmentId: number, batchId = 1, more: Partial<DeskContact> = {}): DeskContact => ({
  assignmentId,
  batchId,
  contactId: assignmentId + 1_000,
  firstName: `Contact ${assignmentId}`,
  lastName: '',
  scriptId: 1,
  text: `Hi ${assignmentId}`,
  segments: 1,
  gaps: [],
  zones: [],
  putOffAt: null,
  ...more,
});
