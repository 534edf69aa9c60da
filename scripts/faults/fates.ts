import type { Dice } from '../../main/carrier/simulator/dice.ts';
import { type Moment, momentNames } from '../../tests/faults/plan.ts';

/** What becomes of one life of the engine. Times are real milliseconds. */
export type Fate =
  /** Nothing: it runs until somebody says otherwise. */
  | { readonly kind: 'none' }
  /** SIGKILL so long after it was ready, or after it was started. */
  | { readonly kind: 'killed' | 'killed-early'; readonly afterMs: number }
  /** It ends or stops itself at a named moment; if that does not come, it is killed after so long. */
  | {
      readonly kind: 'moment';
      readonly moment: Moment;
      readonly nth: number;
      readonly signal: 'SIGKILL' | 'SIGSTOP';
      readonly afterMs: number;
    }
  /** SIGSTOP so long after it was ready. */
  | { readonly kind: 'stopped'; readonly afterMs: number }
  /** Its input closes, as when its window leaves in order. */
  | { readonly kind: 'left'; readonly afterMs: number };

/** What becomes of an engine that is stopped. */
export type Sequel =
  /** It is resumed. Nobody else was there. */
  | { readonly kind: 'resumed'; readonly afterMs: number }
  /** It is resumed while another one waits for its store. */
  | { readonly kind: 'challenged'; readonly afterMs: number }
  /** Another one waits until it takes its store over. */
  | { readonly kind: 'succeeded' };

const shares = { killed: 0.43, 'killed-early': 0.08, moment: 0.39, stopped: 0.05, left: 0.05 } as const;

/** @param life counts them. */
export function drawFate(dice: Dice, life: number): Fate {
  const draw = (name: string): number => dice.draw(name, life);
  const between = (name: string, from: number, to: number): number => Math.round(from + draw(name) * (to - from));
  let left = draw('fate');
  const kind = (Object.keys(shares) as (keyof typeof shares)[]).find((name) => {
    left -= shares[name];
    return left < 0;
  });
  switch (kind) {
    case 'killed-early':
      return { kind, afterMs: between('early', 5, 300) };
    case 'moment':
      return {
        kind,
        moment: dice.pick(momentNames, 'moment', life),
        nth: 1 + Math.floor(24 * draw('nth') ** 2),
        signal: draw('signal') < 0.08 ? 'SIGSTOP' : 'SIGKILL',
        afterMs: 2_600,
      };
    case 'stopped':
    case 'left':
      return { kind, afterMs: between('after', 200, 2_000) };
    default:
      return { kind: 'killed', afterMs: between('after', 100, 2_900) };
  }
}

export function drawSequel(dice: Dice, life: number): Sequel {
  const afterMs = Math.round(300 + 6_000 * dice.draw('stopped for', life) ** 2);
  const draw = dice.draw('sequel', life);
  if (draw < 0.45) return { kind: 'resumed', afterMs };
  return draw < 0.6 ? { kind: 'challenged', afterMs: Math.min(afterMs, 1_500) } : { kind: 'succeeded' };
}
