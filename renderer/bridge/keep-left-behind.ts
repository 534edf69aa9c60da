import type { BaseQueryApi } from '@reduxjs/toolkit/query';
import { registerBeforeSignOut } from './before-sign-out.ts';
import type { LeftBehind } from './left-behind.ts';
import { type Session, sessionIn } from './session-slice.ts';
import { findWhose, type Whose } from './whose.ts';

/** The page's store, as far as it matters here. */
interface Store<State> {
  readonly getState: () => State;
  readonly dispatch: BaseQueryApi['dispatch'];
  readonly subscribe: (listen: () => void) => () => void;
}

/** What is kept of one kind of work, and how it is had back. */
interface Keeping<State, Things> {
  readonly left: LeftBehind<Things>;
  /** What the session leaves that has just ended, out of the state before that; null when that is nothing. */
  readonly ofSession: (state: State) => Things | null;
  /** What a page leaves that goes now. It hears no answer any more to what it asks for. */
  readonly ofPage: (state: State) => Things | null;
  /** Gives it back. @param isStillHere whether the session goes on; to be asked after each wait */
  readonly giveBack: (things: Things, isStillHere: () => boolean) => void;
  /** What signing out waits for. */
  readonly beforeSignOut?: () => Promise<void>;
}

/** One person's time at the window. */
interface Sitting {
  readonly session: Session;
  readonly endBeforeSignOut: (() => void) | undefined;
  /** Null until it is known; nothing is left behind or given back before. */
  whose: Whose | null;
}

/** Keeps one kind of work over the end of the session and of the page, for the life of the page. */
export function keepLeftBehind<State, Things>(store: Store<State>, keeping: Keeping<State, Things>): void {
  const { left, ofSession, ofPage, giveBack, beforeSignOut } = keeping;
  let sitting: Sitting | null = null;
  let latest = store.getState();

  async function begin(session: Session): Promise<void> {
    const endBeforeSignOut = beforeSignOut && registerBeforeSignOut(beforeSignOut);
    const begun: Sitting = { session, endBeforeSignOut, whose: null };
    sitting = begun;
    begun.whose = await findWhose(store, session.person);
    const things = begun.whose === null ? null : left.take(begun.whose);
    if (things !== null) giveBack(things, () => sitting === begun);
  }

  store.subscribe(() => {
    const session = sessionIn(store.getState());
    if (sitting !== null && sitting.session.token !== session?.token) {
      sitting.endBeforeSignOut?.();
      if (sitting.whose !== null) left.leave(sitting.whose, ofSession(latest));
      sitting = null;
    }
    latest = store.getState();
    if (sitting === null && session !== null) void begin(session);
  });

  // Not when it is only put out of sight: such a page goes on by itself, and what it had left here by then would stay
  // behind although it was answered.
  window.addEventListener('pagehide', () => {
    if (sitting?.whose != null) left.leave(sitting.whose, ofPage(store.getState()));
  });
}
