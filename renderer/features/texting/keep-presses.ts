import type { Output } from '../../../shared/contract/index.ts';
import type { AppStore } from '../../app/store.ts';
import { ask, askEngine } from '../../bridge/base-query.ts';
import { registerBeforeSignOut } from '../../bridge/before-sign-out.ts';
import type { Session } from '../../bridge/session-slice.ts';
import { type LeftPresses, leavePresses, takePresses, type Whose } from './left-presses.ts';
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
  const isOf = ({ token }: Session): boolean => store.getState().session.session?.token === token;
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

  async function begin(session: Session): Promise<void> {
    const begun: Sitting = { session, leave: registerBeforeSignOut(settle), whose: null };
    sitting = begun;
    const { data } = await askEngine(ask('campaign/read', {}), store);
    const campaign = (data as Output<'campaign/read'> | undefined)?.campaign;
    if (campaign == null || !isOf(session)) return;
    begun.whose = { userId: session.person.userId, campaign: `${campaign.mode} ${campaign.foundedAt}` };
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
    if (sitting === null && session !== null) void begin(session);
  });

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
      const presses = sending.map(({ contact, text, intentId }) => ({ contact, text, intentId }));
      return { ...whose, actionId: Number(actionId), presses };
    });
}
