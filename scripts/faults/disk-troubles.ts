import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from '../../main/carrier/simulator/dice.ts';
import { countFault, noteTrouble, type RunLog } from './run-log.ts';

/** Fills the disk now and then, sometimes to the last byte, and makes room again. */
export async function fillDisk(
  { path, dice, log }: { readonly path: string; readonly dice: Dice; readonly log: RunLog },
  isOver: () => boolean,
): Promise<void> {
  const ballast = join(path, 'ballast');
  for (let turn = 0; !isOver(); turn += 1) {
    await pause(8_000 + 12_000 * dice.draw('room for', turn));
    if (isOver()) break;
    countFault(log, 'the disk full');
    const { bavail, bsize } = statfsSync(path);
    const left = dice.draw('left', turn) < 0.5 ? 0 : 4_000_000;
    try {
      writeFileSync(ballast, new Uint8Array(Math.max(bavail * bsize - left, 0)));
    } catch {
      // The engine has taken the last of it meanwhile: then it is as full as can be.
    }
    await pause(500 + 1_500 * dice.draw('full for', turn));
    rmSync(ballast, { force: true });
    noteTrouble(log, 'room on the disk');
  }

  async function pause(ms: number): Promise<void> {
    for (let left = ms; left > 0 && !isOver(); left -= 100) await sleep(Math.min(left, 100));
  }
}
