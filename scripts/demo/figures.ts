import { percentile, roundMs } from '../../tests/bench/figures.ts';
import type { PressTimes } from '../../tests/bench/support/press-watch.ts';
import { type FigureRow, type Figures, linesOf, rowsOf } from '../textbank/figures.ts';
import { hearingMs } from '../textbank/sizes.ts';

/** What `npm run textbank` counts, and what is to be seen only in a window. */
export interface DemoFigures extends Figures {
  /** From the key to the end of the frame that shows the next contact, in milliseconds. */
  readonly enterToNextP50Ms: number;
  readonly enterToNextP99Ms: number;
  /** To the frame that counts the text as kept by the engine, flushed to the disk. */
  readonly enterToKeptP50Ms: number;
  readonly enterToKeptP99Ms: number;
  /** Paths from the project's root. */
  readonly screenshots: readonly string[];
  readonly exports: readonly string[];
}

export interface SeenInWindow {
  readonly times: readonly PressTimes[];
  readonly screenshots: readonly string[];
  readonly exports: readonly string[];
}

export function demoFiguresOf(figures: Figures, { times, screenshots, exports }: SeenInWindow): DemoFigures {
  const next = times.map(({ nextMs }) => nextMs);
  const kept = times.map(({ keptMs }) => keptMs);
  return {
    ...figures,
    enterToNextP50Ms: roundMs(percentile(next, 0.5)),
    enterToNextP99Ms: roundMs(percentile(next, 0.99)),
    enterToKeptP50Ms: roundMs(percentile(kept, 0.5)),
    enterToKeptP99Ms: roundMs(percentile(kept, 0.99)),
    screenshots,
    exports,
  };
}

/** The table for the terminal. Nobody pressed a key twice here, so that row is left out. */
export function tableOfDemo(figures: DemoFigures): string {
  const counted = rowsOf(figures, hearingMs).filter(([name]) => name !== 'repeated');
  const felt: readonly FigureRow[] = [
    ['Enter to next contact', Math.round(figures.enterToNextP50Ms), medianNote(figures.enterToNextP99Ms)],
    ['Enter to kept', Math.round(figures.enterToKeptP50Ms), medianNote(figures.enterToKeptP99Ms)],
  ];
  return linesOf([...counted, ...felt]);
}

function medianNote(p99Ms: number): string {
  return `ms, the median; ${Math.round(p99Ms)} ms or less in 99 of 100`;
}
