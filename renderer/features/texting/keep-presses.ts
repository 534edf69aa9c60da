import type { AppState, AppStore } from '../../app/store.ts';
import { keepLeftBehind } from '../../bridge/keep-left-behind.ts';
import { move } from './desk-work.ts';
import { type LeftPresses, leftPresses } from './left-presses.ts';
import { resume, sendDue, sendUnasked } from './send-presses.ts';
import type { Desks } from './texting-slice.ts';

/**
 * What the desk has taken reaches the engine, whatever becomes of the page: signing out waits for it, a page that goes
 * asks for all of it at once, and what was not answered even so is asked again, as the same act, when the same person
 * signs in to the same campaign at this window again.
 */
export function keepPresses(store: AppStore): void {
  const desksNow = (): Desks => store.getState().texting;

  async function settle(): Promise<void> {
    // A desk that waits to ask again asks now.
    for (const actionId of actionsIn(desksNow())) store.dispatch(resume(actionId));
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!isSettled(desksNow())) return;
        end();
        resolve();
      };
      const end = store.subscribe(look);
      look();
    });
  }

  // Before anything is left behind: what was asked for is left as that.
  window.addEventListener('pagehide', () => {
    for (const actionId of actionsIn(desksNow())) store.dispatch(sendUnasked(actionId));
  });
  keepLeftBehind(store, {
    left: leftPresses,
    ofSession: pressesIn,
    ofPage: pressesIn,
    beforeSignOut: settle,
    giveBack: (left) => {
      for (const { actionId, presses } of left) {
        store.dispatch(move(actionId, { event: 'left-behind', presses }));
        store.dispatch(sendDue(actionId));
      }
    },
  });
}

const actionsIn = (desks: Desks): readonly number[] => Object.keys(desks).map(Number);
const isSettled = (desks: Desks): boolean => Object.values(desks).every(({ sending }) => sending.length === 0);

function pressesIn({ texting }: AppState): readonly LeftPresses[] | null {
  const left = Object.entries(texting)
    .filter(([, { sending }]) => sending.length > 0)
    .map(([actionId, { sending }]) => {
      const presses = sending.map(({ contact, text, intentId }) => {
        const { assignmentId, batchId, contactId, firstName, lastName, text: script } = contact;
        return { assignmentId, batchId, contactId, firstName, lastName, text, isChanged: text !== script, intentId };
      });
      return { actionId: Number(actionId), presses };
    });
  return left.length === 0 ? null : left;
}
