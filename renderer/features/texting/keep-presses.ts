import type { AppStore } from '../../app/store.ts';
import { registerBeforeSignOut } from '../../bridge/before-sign-out.ts';
import type { Session } from '../../bridge/session-slice.ts';
import { findWhose, type Whose } from '../../bridge/whose.ts';
import { type LeftPresses, leavePresses, takePresses } from './left-presses.ts';
import { move, resume, sendDue, sendUnasked } from './send-presses.ts';
import type { Desks } from './texting-slice.ts';

/** One person's time at the window. */
interface Sitting {
  readonly session: Session;
  readonly leave: () => void;
  /** Null until it is known; nothing is left behind or taken up before. */
  whose: Whose | null;
}

/**
 * What the desk has taken reaches the engine, whatever becomes of the page: signing out waits for it, a page that goes
 * asks for all of it at once, and what was not answered even so is asked again, as the same act, when the same person
 * signs in to the same campaign at this window again.
 */
export function keepPresses(store: AppStore): void {
  const desksNow = (): Desks => store.getState().texting;
  let sitting: Sitting | null = null;
  let latest = desksNow();

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

  function begin(session: Session): void {
    sitting = { session, leave: registerBeforeSignOut(settle), whose: null };
    void takeUp(sitting);
  }

  async function takeUp(begun: Sitting): Promise<void> {
    begun.whose = await findWhose(store, begun.session.person);
    if (begun.whose === null) return;
    for (const { actionId, presses } of takePresses(begun.whose)) {
      store.dispatch(move(actionId, { event: 'left-behind', presses }));
      store.dispatch(sendDue(actionId));
    }
  }

  store.subscribe(() => {
    const { session } = store.getState().session;
    if (sitting !== null && sitting.session.token !== session?.token) {
      sitting.leave();
      if (sitting.whose !== null) leavePresses(leftIn(latest, sitting.whose));
      sitting = null;
    }
    latest = desksNow();
    if (sitting === null && session !== null) begin(session);
  });

  // Not when it is only put out of sight: such a page goes on asking in its own order, and what it had left here by then
  // would stay behind although it was answered.
  window.addEventListener('pagehide', () => {
    for (const actionId of actionsIn(desksNow())) store.dispatch(sendUnasked(actionId));
    if (sitting?.whose != null) leavePresses(leftIn(desksNow(), sitting.whose));
  });
}

const actionsIn = (desks: Desks): readonly number[] => Object.keys(desks).map(Number);
const isSettled = (desks: Desks): boolean => Object.values(desks).every(({ sending }) => sending.length === 0);

function leftIn(desks: Desks, whose: Whose): readonly LeftPresses[] {
  return Object.entries(desks)
    .filter(([, { sending }]) => sending.length > 0)
    .map(([actionId, { sending }]) => {
      const presses = sending.map(({ contact, text, intentId }) => {
        const { assignmentId, contactId, firstName, lastName, text: script } = contact;
        return { assignmentId, contactId, firstName, lastName, text, isChanged: text !== script, intentId };
      });
      return { ...whose, actionId: Number(actionId), leftAt: Date.now(), presses };
    });
}
