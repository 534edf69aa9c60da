import type { Whose } from '../../bridge/whose.ts';
import type { LeftPress } from './desk-events.ts';

/** Presses in one action that the engine had not answered when their person left the page. */
export interface LeftPresses extends Whose {
  readonly actionId: number;
  /** Epoch ms. */
  readonly leftAt: number;
  readonly presses: readonly LeftPress[];
}

/** Lives as long as the window, over every loading of its page. */
const storageKey = 'fieldline.left-presses';
/** They are words to somebody. Who has not come back by then does not find them here, and nobody else does. */
const keptMs = 24 * 60 * 60 * 1_000;

/** Keeps them for the next time that this person is here. */
export function leavePresses(left: readonly LeftPresses[]): void {
  write([...read(), ...left]);
}

/** Takes what this person has left in this campaign. */
export function takePresses({ userId, campaign }: Whose): readonly LeftPresses[] {
  const all = read();
  const isTheirs = (one: LeftPresses): boolean => one.userId === userId && one.campaign === campaign;
  write(all.filter((one) => !isTheirs(one)));
  return all.filter(isTheirs);
}

function read(): readonly LeftPresses[] {
  const all = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as readonly LeftPresses[];
  return all.filter(({ leftAt }) => Date.now() - leftAt < keptMs);
}

function write(left: readonly LeftPresses[]): void {
  if (left.length === 0) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify(left));
}
