import type { RunLog } from './run-log.ts';
import type { Verdict } from './verdict.ts';

/** What came of the run. All but the first three must be 0. */
export interface Figures {
  readonly kills: number;
  readonly intended: number;
  readonly accepted: number;
  readonly doubled: number;
  readonly lost: number;
  readonly stuck: number;
  readonly textedAfterOptOut: number;
  readonly textedOutsideHours: number;
  readonly overRateWindows: number;
  readonly seed: string;
  readonly seconds: number;
  /** Texts that an opt-out stopped, and texts that were left to a person. */
  readonly stopped: number;
  readonly needsPerson: number;
  readonly optOuts: number;
  readonly repeatedKeyPresses: number;
  /** What befell the engine and the world, and how often. */
  readonly faults: Readonly<Record<string, number>>;
  /** One for each thing that is wrong, whether counted above or not; a first line, and more where they show its cause. */
  readonly findings: readonly string[];
}

export function figuresOf(log: RunLog, verdict: Verdict, run: { seed: string; seconds: number }): Figures {
  const { findings, stopped, needsPerson, ...counts } = verdict;
  return {
    kills: log.kills,
    ...counts,
    ...run,
    stopped,
    needsPerson,
    optOuts: new Set([...log.optedOutByHand.keys(), ...log.optedOutInWriting]).size,
    repeatedKeyPresses: log.repeated,
    faults: Object.fromEntries([...log.faults].sort(([one], [other]) => one.localeCompare(other))),
    findings: [...findings, ...log.complaints],
  };
}

const mustBeNone = [
  'doubled',
  'lost',
  'stuck',
  'textedAfterOptOut',
  'textedOutsideHours',
  'overRateWindows',
] as const satisfies readonly (keyof Figures)[];

export function isGood(figures: Figures): boolean {
  return figures.findings.length === 0 && mustBeNone.every((name) => figures[name] === 0);
}

/** The table for the terminal. */
export function tableOf(figures: Figures): string {
  const befallen = Object.entries(figures.faults).map(([name, count]) => [name, count, ''] as const);
  const rows: readonly (readonly [string, number, string])[] = [
    ...befallen,
    ['kills', figures.kills, 'SIGKILL, at random moments and at the worst ones'],
    [
      'intended',
      figures.intended,
      `texts that people decided; ${figures.repeatedKeyPresses} questions were asked again`,
    ],
    ['accepted', figures.accepted, 'by the carrier'],
    ['opt-outs', figures.optOuts, `they rightly stopped ${figures.stopped} texts`],
    ['left to a person', figures.needsPerson, ''],
    ['doubled', figures.doubled, '0 or it has failed'],
    ['lost', figures.lost, '0 or it has failed'],
    ['stuck', figures.stuck, '0 or it has failed'],
    ['texted after opt-out', figures.textedAfterOptOut, '0 or it has failed'],
    ['texted outside hours', figures.textedOutsideHours, '0 or it has failed'],
    ['windows over the rate', figures.overRateWindows, '0 or it has failed'],
  ];
  return rows
    .map(([name, value, note]) => `  ${name.padEnd(32)}${String(value).padStart(6)}  ${note}`.trimEnd())
    .join('\n');
}
