/**
 * What must reach the engine before a session ends: presses that the screen has taken, words that are not saved yet.
 * A feature registers an act for as long as somebody is signed in; signing out runs all of them and waits for them, but
 * not for ever, since a desk can be left while the engine is away, too.
 */
export type BeforeSignOut = () => Promise<void>;

/** How long signing out waits for them, in all. Somebody stands at the desk and wants to go. */
export const beforeSignOutMs = 1500;

const acts = new Set<BeforeSignOut>();

/** Has the act run before each sign-out. Returns the way to take it back. */
export function registerBeforeSignOut(act: BeforeSignOut): () => void {
  acts.add(act);
  return () => void acts.delete(act);
}

/**
 * Runs everything that is registered, at once, and comes back when all of it is done, or after `beforeSignOutMs`. It
 * never throws. Tells whether everything was done in time.
 */
export async function runBeforeSignOut(): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), beforeSignOutMs);
  });
  const isDone = Promise.allSettled([...acts].map(async (act) => act())).then((ends) =>
    ends.every(({ status }) => status === 'fulfilled'),
  );
  try {
    return await Promise.race([isDone, isLate]);
  } finally {
    clearTimeout(timer);
  }
}
