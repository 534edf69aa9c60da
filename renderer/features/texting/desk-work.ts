/** What the desk's effects have in common: the way to its state and back. */
import type { AppDispatch, AppState } from '../../app/store.ts';
import type { Desk } from './desk.ts';
import type { DeskEvent } from './desk-events.ts';
import { deskMoved } from './texting-slice.ts';

/** How long the engine is left alone when it could not take a press or bring a page. */
export const retryMs = 2_000;

export type Work<Outcome = void> = (dispatch: AppDispatch, getState: () => AppState) => Outcome;

export const move = (actionId: number, event: DeskEvent) => deskMoved({ actionId, event });
export const deskIn = (state: AppState, actionId: number): Desk | undefined => state.texting[actionId];
