import type { ActLog, Decided } from './act-log.ts';
import type { CarrierRecord } from './carrier-record.ts';
import type { Imported } from './import-list.ts';
import type { Verdict } from './verdict.ts';

/** What came of the text bank: the first thirteen are promised by name, the others are for whoever reads closer. */
export interface Figures {
  readonly imported: number;
  readonly rejected: number;
  /** Texts that people decided, first texts and follow-ups. */
  readonly queued: number;
  readonly acceptedByCarrier: number;
  readonly delivered: number;
  readonly failed: number;
  readonly doubled: number;
  readonly lost: number;
  readonly replies: number;
  readonly optOuts: number;
  readonly followUps: number;
  readonly textedAfterOptOut: number;
  readonly seconds: number;
  readonly firstTexts: number;
  readonly repliers: number;
  readonly optOutsInWords: number;
  readonly optOutsByHand: number;
  readonly textedBeforeHeard: number;
  /** How long after the opt-out the last of those was accepted, in milliseconds; 0 without any. */
  readonly longestUnheardMs: number;
  /** Texts that were decided and rightly stopped, by the reason. */
  readonly stopped: Readonly<Record<string, number>>;
  readonly repeatedKeyPresses: number;
  readonly seed: string;
  readonly notAsTold: readonly string[];
}

export interface Outcome {
  readonly imported: Pick<Imported, 'contacts' | 'rejected'>;
  readonly log: ActLog<Decided>;
  readonly record: CarrierRecord;
  readonly verdict: Verdict;
  readonly seconds: number;
  readonly seed: string;
}

export function figuresOf({ imported, log, record, verdict, seconds, seed }: Outcome): Figures {
  const followUps = log.acts.filter(({ kind }) => kind === 'follow-up').length;
  const optOuts = new Set([...record.optedOutAt.keys(), ...log.optedOutByHandAt.keys()]);
  return {
    imported: imported.contacts,
    rejected: imported.rejected,
    queued: log.acts.length,
    acceptedByCarrier: record.accepted.length,
    delivered: record.delivered,
    failed: record.failed,
    doubled: verdict.doubled,
    lost: verdict.lost.length,
    replies: record.replies,
    optOuts: optOuts.size,
    followUps,
    textedAfterOptOut: verdict.textedAfterOptOut,
    seconds,
    firstTexts: log.acts.length - followUps,
    repliers: record.repliers.size,
    optOutsInWords: record.optedOutAt.size,
    optOutsByHand: log.optedOutByHandAt.size,
    textedBeforeHeard: verdict.textedBeforeHeard.length,
    longestUnheardMs: Math.max(0, ...verdict.textedBeforeHeard),
    stopped: verdict.stopped,
    repeatedKeyPresses: log.repeated,
    seed,
    notAsTold: log.complaints,
  };
}

/** Whether the run is what it should be. */
export function isGood({ doubled, lost, textedAfterOptOut, notAsTold }: Figures): boolean {
  return doubled + lost + textedAfterOptOut + notAsTold.length === 0;
}

/** A line of the table: a name, a number, and a note. */
export type FigureRow = readonly [string, number, string?];

/** The table for the terminal. */
export function tableOf(figures: Figures, hearingMs: number): string {
  return linesOf(rowsOf(figures, hearingMs));
}

export function rowsOf(figures: Figures, hearingMs: number): readonly FigureRow[] {
  const stopped = Object.entries(figures.stopped).map(([reason, count]) => `${count} ${reason}`);
  const stoppedCount = Object.values(figures.stopped).reduce((sum, count) => sum + count, 0);
  return [
    ['imported', figures.imported, 'contacts'],
    ['rejected', figures.rejected, 'rows of the list'],
    ['queued', figures.queued, `${figures.firstTexts} initial messages, ${figures.followUps} follow-ups`],
    ['repeated', figures.repeatedKeyPresses, 'key presses that arrived again with their own intent'],
    ['stopped', stoppedCount, stopped.join(', ') || 'none had to be'],
    ['accepted by the carrier', figures.acceptedByCarrier],
    ['delivered', figures.delivered],
    ['failed', figures.failed, 'by the carrier or the network'],
    ['replies', figures.replies, `from ${figures.repliers} contacts`],
    ['opt-outs', figures.optOuts, `${figures.optOutsInWords} in words, ${figures.optOutsByHand} by hand`],
    ['texted before heard', figures.textedBeforeHeard, unheardNote(figures, hearingMs)],
    ['doubled', figures.doubled, '0 or it has failed'],
    ['lost', figures.lost, '0 or it has failed'],
    ['texted after opt-out', figures.textedAfterOptOut, '0 or it has failed'],
  ];
}

export function linesOf(rows: readonly FigureRow[]): string {
  return rows
    .map(([name, value, note = '']) => `  ${name.padEnd(24)}${String(value).padStart(6)}  ${note}`.trimEnd())
    .join('\n');
}

function unheardNote({ longestUnheardMs }: Figures, hearingMs: number): string {
  const longest = longestUnheardMs === 0 ? '' : `at most ${seconds(longestUnheardMs)} after the opt-out; `;
  return `${longest}to hear one takes up to ${seconds(hearingMs)}, longer without a line`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
