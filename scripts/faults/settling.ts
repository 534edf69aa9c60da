import { setTimeout as sleep } from 'node:timers/promises';
import { realNowMs } from '../../tests/faults/clock-file.ts';
import type { CommonTime } from './common-time.ts';
import type { Seat } from './seat.ts';

const leapMs = 20 * 60_000;

/**
 * Waits until nothing is on its way any more. While all that is left waits for texting hours or the lock, time is passed
 * as fast as everybody can follow. Gives whether it came to an end.
 */
export async function settleAll(owner: Seat, time: CommonTime, withinMs: number): Promise<boolean> {
  const untilMs = realNowMs() + withinMs;
  while (realNowMs() < untilMs) {
    const { queued, waiting, sending, uncertain } = await owner.must('outbox/read-status', {});
    const inDoubt = sending + uncertain;
    if (queued + inDoubt === 0) return true;
    const patient = (waiting.hours ?? 0) + (waiting.lock ?? 0);
    if (inDoubt === 0 && queued === patient) await time.leap(leapMs);
    await sleep(100);
  }
  return false;
}
