import { openSets, type TextingWindow, type ZoneSet, zoneSet } from '../../shared/domain/texting-hours.ts';
import { readSettings } from '../campaign/index.ts';
import { listZoneSets } from '../contacts/index.ts';
import type { Reader } from '../store/index.ts';
import { listUnassigned, type SeatRow } from './queries.ts';

/** The zone sets by id, the campaign's own zone standing in where nothing is known, and the hours that hold in them. */
export function readZoneSets(reader: Reader): {
  readonly window: TextingWindow;
  readonly sets: readonly (readonly [number, ZoneSet])[];
} {
  const { window, timeZone } = readSettings(reader);
  const sets = listZoneSets(reader).map(
    ({ zoneSetId, zones }) => [zoneSetId, zoneSet(zones) ?? ([timeZone] satisfies ZoneSet)] as const,
  );
  return { window, sets };
}

/**
 * The zone sets that may be texted at `at` (epoch ms). Judged anew for each claim: that is a few clocks, and claims are
 * minutes apart.
 */
export function listOpenSets(reader: Reader, at: number): number[] {
  const { window, sets } = readZoneSets(reader);
  return [...openSets(window, sets, at)];
}

/** A claim of 200 reads at most this many rows too many for each open zone set. */
const pageRows = 25;

/**
 * The unassigned contacts of these zone sets, lowest id first, read as they are asked for: each set is an ordered
 * stretch of one index, and the stretches are merged a small page at a time.
 */
export function* unassignedIn(reader: Reader, actionId: number, zoneSetIds: readonly number[]): Generator<SeatRow> {
  const streams = zoneSetIds.map((zoneSetId) => stream(reader, actionId, zoneSetId));
  const heads = streams.map((rows) => rows.next());
  for (;;) {
    let first = -1;
    let lowest: SeatRow | null = null;
    for (const [index, head] of heads.entries()) {
      if (head.done === true || (lowest !== null && head.value.id > lowest.id)) continue;
      first = index;
      lowest = head.value;
    }
    const rows = streams[first];
    if (lowest === null || rows === undefined) return;
    yield lowest;
    heads[first] = rows.next();
  }
}

function* stream(reader: Reader, actionId: number, zoneSetId: number): Generator<SeatRow, undefined> {
  let afterId = 0;
  for (;;) {
    const page = listUnassigned(reader, { actionId, zoneSetId, afterId, limit: pageRows });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) return;
    afterId = last.id;
  }
}
