import type { AppError } from '../../../shared/errors.ts';
import { useAppDispatch } from '../../app/store.ts';
import { api } from '../../bridge/api.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { runBeforeSignOut } from '../../bridge/before-sign-out.ts';
import { signedIn, signedOut } from '../../bridge/session-slice.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import { useSignInMutation, useSignOutMutation } from './people-api.ts';

/** Who was at this window, so that a page that is loaded again need not ask. No secret: people choose themselves. */
const lastKey = 'fieldline.last-person';

export function lastPersonHere(): number | null {
  const userId = Number(sessionStorage.getItem(lastKey));
  return userId > 0 ? userId : null;
}

/** Signing in as somebody, and what came of it. */
export function useSignIn(): {
  readonly signIn: (userId: number) => Promise<void>;
  readonly isBusy: boolean;
  readonly error: AppError | null;
} {
  const dispatch = useAppDispatch();
  const isHere = useIsHere();
  const [ask, { isLoading, error }] = useSignInMutation();
  return {
    isBusy: isLoading,
    error: error === undefined ? null : appErrorOf(error),
    signIn: async (userId) => {
      const { data } = await ask({ userId });
      // Somebody else may have been asked, or be here, by now.
      if (data === undefined || !isHere()) return;
      const last = lastPersonHere();
      // Whose session ended elsewhere did not sign out: what they were shown is still kept.
      if (last !== null && last !== userId) dispatch(api.util.resetApiState());
      sessionStorage.setItem(lastKey, String(userId));
      dispatch(signedIn({ token: data.session, person: data.person }));
    },
  };
}

/** How long the engine may take to end a session, in milliseconds. Whatever it hears, no page has the token any more. */
const endingMs = 500;

/**
 * Ends the session, and forgets all that this person was shown. Within two seconds the desk is free, whatever the engine
 * does: what the person did last is given to it first, and nobody waits for one that is away.
 */
export function useSignOut(): () => Promise<void> {
  const dispatch = useAppDispatch();
  const [ask] = useSignOutMutation();
  return async () => {
    await runBeforeSignOut();
    await Promise.race([ask(), new Promise((resolve) => setTimeout(resolve, endingMs))]);
    sessionStorage.removeItem(lastKey);
    dispatch(signedOut());
    dispatch(api.util.resetApiState());
  };
}
