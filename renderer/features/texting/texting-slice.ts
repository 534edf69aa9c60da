import { createAction, type UnknownAction } from '@reduxjs/toolkit';
import { signedOut } from '../../bridge/session-slice.ts';
import { type Desk, emptyDesk } from './desk.ts';
import { advance, type DeskEvent } from './desk-events.ts';

/** The desks of this sitting by action. They outlive the screen: what was pressed is sent wherever one goes. */
export type Desks = Readonly<Record<number, Desk>>;

export const deskMoved = createAction<{ readonly actionId: number; readonly event: DeskEvent }>('texting/deskMoved');

const nobodysDesks: Desks = {};
const makingDesks: ReadonlySet<DeskEvent['event']> = new Set<DeskEvent['event']>(['opened', 'left-behind']);

/**
 * Plain, because it runs at every press and the values of `desk-events.ts` are new wherever they changed. Only an opening
 * makes a desk, or presses that somebody left behind: what is answered after they have left the window concerns nobody.
 */
export function desksReducer(desks: Desks = nobodysDesks, action: UnknownAction): Desks {
  if (signedOut.match(action)) return nobodysDesks;
  if (!deskMoved.match(action)) return desks;
  const { actionId, event } = action.payload;
  const desk = desks[actionId] ?? (makingDesks.has(event.event) ? emptyDesk : undefined);
  if (desk === undefined) return desks;
  const next = advance(desk, event);
  return next === desk ? desks : { ...desks, [actionId]: next };
}
