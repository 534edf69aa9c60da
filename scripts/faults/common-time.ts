import { setTimeout as sleep } from 'node:timers/promises';
import { realNowMs, writeClockFile } from '../../tests/faults/clock-file.ts';
import type { SimulatorProcess } from '../../tests/support/simulator-process.ts';

/**
 * Moves the one clock of carrier and engine. Between two movements both run on with the computer; each movement goes to
 * the carrier first, and to the file that engines read once the carrier has it. So time stands still for everybody when
 * this process or the carrier is kept from its work, and nobody is ever ahead of the carrier.
 */
export interface CommonTime {
  /** Epoch ms by the common clock. */
  nowAt(): number;
  /** Sets the engine's own wall clock so much ahead of the common one, or behind. */
  skew(byMs: number): void;
  /** While it lasts the clock runs no faster than the computer: the carrier cannot be told, as its door is closed. */
  slowDown<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Passes time as fast as all can follow. */
  leap(byMs: number): Promise<void>;
  stop(): Promise<void>;
}

const moveEveryMs = 25;
/** A computer that was busy does not make the clock leap: time that nobody could use has not passed. */
const longestPauseMs = 60;
/** One movement of a leap. Longer than any wait between two steps of one text, so that it is no ordinary time. */
const leapStepMs = 60_000;

export function startCommonTime(simulator: SimulatorProcess, path: string, startAt: number, speed: number): CommonTime {
  const file = writeClockFile(path);
  let face = { realMs: realNowMs(), monotonicMs: 0, wallAt: startAt, skewMs: 0 };
  let slow = 0;
  let stopped = false;
  let moving: Promise<void> = Promise.resolve();

  const sinceMove = (): number => realNowMs() - face.realMs;
  const nowAt = (): number => Math.floor(face.wallAt + sinceMove());

  function publish(byMs: number): void {
    const runMs = sinceMove();
    const { monotonicMs, wallAt, skewMs } = face;
    face = {
      realMs: face.realMs + runMs,
      monotonicMs: monotonicMs + runMs + byMs,
      wallAt: wallAt + runMs + byMs,
      skewMs,
    };
    file.write(face);
  }

  async function move(byMs: number): Promise<void> {
    try {
      await simulator.moveClock({ setTo: nowAt() + Math.round(byMs) });
    } catch {
      return; // Its door is closed for a moment, and its clock runs on by itself.
    }
    publish(Math.round(byMs));
  }

  /** One movement at a time, whoever asks for it. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    moving = moving.then(work);
    return moving;
  }

  async function run(): Promise<void> {
    for (let lastMs = realNowMs(); !stopped; ) {
      await sleep(moveEveryMs);
      const nowMs = realNowMs();
      const passedMs = Math.min(nowMs - lastMs, longestPauseMs);
      lastMs = nowMs;
      if (slow === 0) await inTurn(() => move(passedMs * (speed - 1)));
    }
  }

  file.write(face);
  const running = run();

  return {
    nowAt,
    skew: (byMs) => {
      face = { ...face, skewMs: byMs };
      file.write(face);
    },
    slowDown: async (work) => {
      slow += 1;
      try {
        await moving;
        return await work();
      } finally {
        slow -= 1;
      }
    },
    leap: async (byMs) => {
      for (let left = byMs; left > 0 && !stopped; left -= leapStepMs) await inTurn(() => move(leapStepMs));
    },
    stop: async () => {
      stopped = true;
      await running;
      await moving;
      file.close();
    },
  };
}
