import { isNumber, isText, type Shape, shaped } from './shapes.ts';
import { isOf, type Whose } from './whose.ts';

/**
 * What people leave in the window when the page or their session goes, until the same person is there again in the same
 * campaign. It lives as long as the window, over every loading of its page, and no longer than a day.
 */
export interface LeftBehind<Things> {
  /** Keeps them instead of what this person had left before; null keeps nothing. */
  readonly leave: (whose: Whose, things: Things | null) => void;
  /** What this person has left, which is left no more; null where that is nothing. */
  readonly take: (whose: Whose) => Things | null;
  /** Forgets what anybody has left. */
  readonly forget: () => void;
}

interface Left<Things> extends Whose {
  /** Epoch ms. */
  readonly leftAt: number;
  readonly things: Things;
}

/** They are somebody's words. Who has not come back by then does not find them here, and nobody else does. */
const aDayMs = 24 * 60 * 60 * 1_000;

/**
 * @param areThese what cannot be read is as if nothing were left
 * @param keptMs for how long; a day at most
 */
export function leftBehind<Things>(name: string, areThese: Shape<Things>, keptMs = aDayMs): LeftBehind<Things> {
  const storageKey = `fieldline.left-${name}`;
  const isLeft = shaped<Left<Things>>({ userId: isNumber, campaign: isText, leftAt: isNumber, things: areThese });

  function read(): readonly Left<Things>[] {
    const all = parsed(sessionStorage.getItem(storageKey));
    const left: readonly unknown[] = Array.isArray(all) ? all : [];
    return left.filter(isLeft).filter(({ leftAt }) => Date.now() - leftAt < keptMs);
  }

  function write(left: readonly Left<Things>[]): void {
    if (left.length === 0) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, JSON.stringify(left));
  }

  function leave({ userId, campaign }: Whose, things: Things | null): void {
    const others = read().filter((left) => !isOf(left, { userId, campaign }));
    write(things === null ? others : [...others, { userId, campaign, leftAt: Date.now(), things }]);
  }

  return {
    leave,
    take: (whose) => {
      const left = read().find((one) => isOf(one, whose));
      leave(whose, null);
      return left?.things ?? null;
    },
    forget: () => write([]),
  };
}

function parsed(written: string | null): unknown {
  try {
    return JSON.parse(written ?? '[]');
  } catch {
    return [];
  }
}
