import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from '../../main/carrier/simulator/dice.ts';
import type { CommonTime } from './common-time.ts';
import { countFault, noteTrouble, type RunLog } from './run-log.ts';

const minuteMs = 60_000;
/** How far somebody sets the desktop's clock: a little, by an hour as at the end of summer, by a night. */
const skewsMs = [8_000, -8_000, 3 * minuteMs, -3 * minuteMs, 60 * minuteMs, -60 * minuteMs, 9 * 60 * minuteMs] as const;

/** Sets the engine's own clock wrong now and then, and right again. */
export async function setClockWrong(
  { time, dice, log }: { readonly time: CommonTime; readonly dice: Dice; readonly log: RunLog },
  isOver: () => boolean,
): Promise<void> {
  for (let turn = 0; !isOver(); turn += 1) {
    await pause(4_000 + 8_000 * dice.draw('right for', turn));
    if (isOver()) break;
    const skewMs = dice.pick(skewsMs, 'skew', turn);
    countFault(log, 'the desktop clock set wrong', `by ${skewMs} ms`);
    time.skew(skewMs);
    await pause(1_000 + 6_000 * dice.draw('wrong for', turn));
    time.skew(0);
    noteTrouble(log, 'the desktop clock right');
  }

  async function pause(ms: number): Promise<void> {
    for (let left = ms; left > 0 && !isOver(); left -= 100) await sleep(Math.min(left, 100));
  }
}
