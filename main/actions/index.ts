/**
 * The actions room: text banks, from draft to end. It takes a draft with its list and scripts, and the steps that an
 * admin wants of it; it gives what others may know of an action, and tells them when one is published, paused, resumed
 * or over. It refuses to publish what nobody could text with, and to change what has been published, but for its response
 * scripts; an ended action stays ended. Who texts whom in it is decided above.
 */
export { type Action, findAction, listRunningActions, listScripts, whyNoTexting, whyScriptIsFixed } from './action.ts';
export { actionsHandlers } from './calls.ts';
export { type Actions, type ActionsParts, createActions } from './life.ts';
export { isScriptOut, listEndedIds } from './queries.ts';
export type { ActionState } from './rules.ts';
