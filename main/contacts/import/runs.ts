import type { ReadyRow } from './judge-row.ts';
import type { LeftOutRow } from './messages.ts';

/**
 * Gathers rows into runs, and sorts each run by phone. The store keeps phones in order, so that neighbours are written
 * to the same page: unsorted rows took three times the engine's time and ten times the disk's. A list that is short
 * enough not to need it stays in the order of its file.
 */
export interface Runs {
  keep(row: ReadyRow): void;
  leaveOut(row: LeftOutRow): void;
  /** Whether what was gathered is to be handed over before more is. Takes how much of the file it came from. */
  isFull(bytes: number): boolean;
  /** Gives what was gathered, cut into pieces that are each worth a journey, and begins anew. */
  take(isLast: boolean): { readonly rows: readonly ReadyRow[]; readonly leftOut: readonly LeftOutRow[] }[];
}

/** Rows of a piece. Fewer make more journeys; more make the engine's thread copy for longer than a text should wait. */
export const rowsPerPiece = 2_000;

/** Longer lists are sorted. */
const unsortedRows = 5_000;
/** A run is a quarter of what was read before, between these: short at first, so that writing begins soon. */
const shortestRun = unsortedRows;
const longestRun = 50_000;
/** However few rows it makes: one may be very long. */
const longestRunBytes = 16_000_000;

export function createRuns(): Runs {
  let rows: ReadyRow[] = [];
  let leftOut: LeftOutRow[] = [];
  let before = 0;

  return {
    keep: (row) => {
      rows.push(row);
    },
    leaveOut: (row) => {
      leftOut.push(row);
    },
    isFull: (bytes) => {
      const runRows = Math.min(Math.max(shortestRun, before / 4), longestRun);
      return rows.length > runRows || leftOut.length >= rowsPerPiece || bytes >= longestRunBytes;
    },
    take: (isLast) => {
      const isShortList = isLast && before === 0 && rows.length <= unsortedRows;
      const run = isShortList ? rows : sortByPhone(rows);
      const pieces = Array.from({ length: Math.ceil(run.length / rowsPerPiece) }, (_none, piece) => ({
        rows: run.slice(piece * rowsPerPiece, (piece + 1) * rowsPerPiece),
        leftOut: [] as LeftOutRow[],
      }));
      if (leftOut.length > 0) pieces.push({ rows: [], leftOut });
      before += rows.length;
      rows = [];
      leftOut = [];
      return pieces;
    },
  };
}

/** More than a run has rows: they go until a block of the file ends. */
const placesPerRun = 2 ** 17;

/**
 * Sorts by the first ten digits: neighbours need not be in order among themselves, and ten digits with a row's place make
 * one number, which sorts in a tenth of the time that the texts do.
 */
function sortByPhone(rows: readonly ReadyRow[]): readonly ReadyRow[] {
  const keys = new Float64Array(rows.map(({ digits }, place) => firstTen(digits) * placesPerRun + place)).sort();
  const sorted: ReadyRow[] = [];
  keys.forEach((key) => {
    sorted.push(rows[key % placesPerRun] as ReadyRow);
  });
  return sorted;
}

function firstTen(digits: number): number {
  let first = digits;
  while (first >= 1e10) first = Math.floor(first / 10);
  return first;
}
