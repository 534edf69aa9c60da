/**
 * The assignments room: who texts whom. It takes an action that is being published and lays out the contacts of its
 * list, as a job; it gives texters batches of them in which nobody stands twice, with the text that each would be sent,
 * takes back whom nobody has texted, and tells whose a contact is. It refuses contacts whose texting hours are closed, and
 * leaves out for good whoever has opted out, is blocked or cannot be reached.
 */
import type { Actions } from '../actions/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Store, Tx } from '../store/index.ts';
import { layOut, layOutJob } from './lay-out.ts';

export {
  type Assignment,
  findAssignment,
  findAssignmentOf,
  markLeftOut,
  markTexted,
  settleTextedElsewhere,
} from './assignment.ts';
export { assignmentsHandlers } from './calls.ts';
export { drawScript } from './draw-script.ts';
export { assignmentsQuestions } from './questions.ts';
export type { LeftOutReason } from './rules.ts';

export interface Assignments {
  /** Starts to lay out the contacts of an action that is being published; gives the job's id. */
  startPublishing(tx: Tx, what: { readonly actionId: number; readonly userId: number }): number;
}

export function createAssignments(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly actions: Actions;
}): Assignments {
  const { jobs } = parts;
  jobs.define(layOutJob, (run) => layOut(parts, run));
  return {
    startPublishing: (tx, { actionId, userId }) =>
      jobs.start(tx, { kind: layOutJob, input: { actionId, userId }, userId }),
  };
}
