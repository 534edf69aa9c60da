import type { Output } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Desk, DeskContact } from './desk.ts';
import { brought, claiming, opened, putOff } from './desk-batch.ts';
import { draftSetAside, draftsFound, edited } from './desk-drafts.ts';
import { lookedAt, parted } from './desk-gone.ts';
import {
  asked,
  halted,
  leftBehind,
  notTexted,
  pressed,
  repeated,
  takenUp,
  texted,
  unanswered,
} from './desk-presses.ts';

/** Words of a first text that were begun in an earlier sitting. */
export interface FoundWords {
  readonly text: string;
  /** The script was in front of whoever left them. */
  readonly isSetAside: boolean;
}

/**
 * A press as it outlives the desk that it was made on: what asking for it again needs, and to whom it was, since whoever
 * is refused comes to no desk any more that could tell.
 */
export interface LeftPress {
  readonly assignmentId: number;
  /** What the contact was claimed in: by now, another batch may be on the desk. */
  readonly batchId: number;
  readonly contactId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly text: string;
  /** Somebody had changed the text. */
  readonly isChanged: boolean;
  readonly intentId: string;
}

export type DeskEvent =
  /** The desk is looked at anew, from its beginning. */
  | { readonly event: 'opened' }
  | { readonly event: 'found-empty' }
  | { readonly event: 'claiming' }
  | { readonly event: 'refused'; readonly error: AppError }
  /** What refused everybody may be over: one goes on where one was. */
  | { readonly event: 'gone-on' }
  | { readonly event: 'bringing' }
  | { readonly event: 'not-brought' }
  | {
      readonly event: 'brought';
      readonly desk: readonly DeskContact[];
      readonly leftCount: number;
      readonly batch: Output<'assignments/list-desk'>['batch'];
      readonly isLast: boolean;
    }
  | {
      readonly event: 'pressed';
      readonly assignmentId: number;
      readonly intentId: string;
      readonly text: string;
    }
  | { readonly event: 'asked'; readonly intentId: string }
  | { readonly event: 'texted'; readonly intentId: string }
  /** The engine will not have this contact texted, or not with these words. `anew`: they are on the desk after all. */
  | { readonly event: 'not-texted'; readonly intentId: string; readonly error: AppError; readonly anew?: DeskContact }
  /** What the engine says of the desk that has these batches, after something happened to it elsewhere. */
  | {
      readonly event: 'looked-at';
      readonly batchIds: readonly number[];
      readonly batch: Output<'assignments/list-desk'>['batch'];
    }
  | { readonly event: 'giving-back' }
  | { readonly event: 'given-back' }
  | { readonly event: 'not-given-back' }
  /** It will have nobody texted. */
  | { readonly event: 'halted'; readonly intentId: string; readonly error: AppError }
  /** It could not say; the same press is asked again later. */
  | { readonly event: 'unanswered'; readonly intentId: string; readonly error: AppError }
  | { readonly event: 'resumed' }
  /** Presses of the same person before they left, which the engine may have or not. */
  | { readonly event: 'left-behind'; readonly presses: readonly LeftPress[] }
  | { readonly event: 'put-off'; readonly assignmentId: number; readonly at: number }
  | { readonly event: 'edited'; readonly assignmentId: number; readonly text: string }
  /** Back to the script, without losing what was changed. */
  | { readonly event: 'draft-set-aside'; readonly assignmentId: number }
  /** What the engine has kept of an earlier sitting, by contact. */
  | { readonly event: 'drafts-found'; readonly found: Readonly<Record<number, FoundWords>> }
  /** Somebody who was not texted comes next: in the editor, or with the script, read anew. */
  | { readonly event: 'taken-up'; readonly assignmentId: number; readonly anew?: DeskContact }
  /** The press of somebody who was not texted is asked again as it was. */
  | { readonly event: 'repeated'; readonly assignmentId: number };

/** The desk after the event. An event that no longer concerns anything on the desk changes nothing. */
export function advance(desk: Desk, event: DeskEvent): Desk {
  switch (event.event) {
    case 'opened':
      return { ...opened(desk), phase: 'opening' };
    case 'found-empty':
      return { ...desk, phase: 'unclaimed', isBringing: false };
    case 'claiming':
      return claiming(desk);
    case 'refused':
      return { ...desk, phase: 'refused', refusal: event.error, isBringing: false };
    case 'gone-on':
      return desk.phase === 'refused' ? { ...desk, phase: 'texting', refusal: null } : desk;
    case 'bringing':
      return { ...desk, isBringing: true };
    case 'not-brought':
      return { ...desk, isBringing: false };
    case 'brought':
      return brought(desk, event);
    case 'pressed':
      return pressed(desk, event);
    case 'asked':
      return asked(desk, event.intentId);
    case 'texted':
      return texted(desk, event.intentId);
    case 'not-texted':
      return notTexted(desk, event);
    case 'looked-at':
      return lookedAt(desk, event);
    case 'giving-back':
      return desk.phase === 'texting' ? { ...desk, phase: 'giving-back' } : desk;
    case 'given-back':
      return parted(desk, 'texter');
    case 'not-given-back':
      return desk.phase === 'giving-back' ? { ...desk, phase: 'texting' } : desk;
    case 'halted':
      return halted(desk, event);
    case 'unanswered':
      return unanswered(desk, event);
    case 'resumed':
      return { ...desk, stall: null };
    case 'left-behind':
      return leftBehind(desk, event.presses);
    case 'put-off':
      return putOff(desk, event);
    case 'edited':
      return edited(desk, event);
    case 'draft-set-aside':
      return draftSetAside(desk, event.assignmentId);
    case 'drafts-found':
      return draftsFound(desk, event.found);
    case 'taken-up':
      return takenUp(desk, event);
    case 'repeated':
      return repeated(desk, event.assignmentId);
  }
}
