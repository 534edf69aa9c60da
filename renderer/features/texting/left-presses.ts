import { leftBehind } from '../../bridge/left-behind.ts';
import { isFlag, isNumber, isText, listOf, shaped } from '../../bridge/shapes.ts';
import type { LeftPress } from './desk-events.ts';

/** Presses in one action that the engine had not answered when their person left the page. */
export interface LeftPresses {
  readonly actionId: number;
  readonly presses: readonly LeftPress[];
}

const isPress = shaped<LeftPress>({
  assignmentId: isNumber,
  batchId: isNumber,
  contactId: isNumber,
  firstName: isText,
  lastName: isText,
  text: isText,
  isChanged: isFlag,
  intentId: isText,
});

export const leftPresses = leftBehind(
  'presses',
  listOf(shaped<LeftPresses>({ actionId: isNumber, presses: listOf(isPress) })),
);
