import { isZone, startOfMinute } from '../../shared/domain/local-time.ts';
import { openSets, type TextingWindow, type ZoneSet, zoneSet } from '../../shared/domain/texting-hours.ts';
import { readSettings } from '../campaign/index.ts';
import { listZoneSets } from '../contacts/index.ts';
import type { Reader } from '../store/index.ts';

/** The campaign's texting hours over its few zone sets, judged once for each minute. */
export interface Hours {
  readonly window: TextingWindow;
  readonly lockMinutes: number;
  /** The set's zones; the campaign's own where nothing is known of a contact's. */
  zonesOf(zoneSetId: number): ZoneSet;
  /** Never with a zone that this computer does not know: a store may come from one whose zones are newer. */
  isOpen(zoneSetId: number): boolean;
}

/**
 * Hours open this much later for what leaves, in milliseconds: our clock may be ahead of the carrier's by the two seconds
 * that a correction lets be, and the carrier tells whole seconds. Their end has a margin of its own (`safeguards.ts`).
 */
export const openingMarginMs = 3_000;

export interface HoursKeeper {
  /** @param at the corrected time (epoch ms). */
  at(reader: Reader, at: number): Hours;
  /** Settings or zone sets have changed: they are read again. */
  forget(): void;
}

export function createHours(): HoursKeeper {
  let minute = Number.NaN;
  let hours: Hours | null = null;
  return {
    at: (reader, at) => {
      const thisMinute = startOfMinute(at);
      if (hours === null || minute !== thisMinute) {
        hours = readHours(reader, thisMinute);
        minute = thisMinute;
      }
      return hours;
    },
    forget: () => {
      hours = null;
    },
  };
}

function readHours(reader: Reader, at: number): Hours {
  const { window, timeZone, lockMinutes } = readSettings(reader);
  const own: ZoneSet = [timeZone];
  const sets = new Map<number, ZoneSet>();
  let open: ReadonlySet<number> = new Set();
  const load = (): void => {
    const known = new Map<number, ZoneSet>();
    for (const { zoneSetId, zones } of listZoneSets(reader)) {
      const isKnown = zones.every(isZone);
      const set = (isKnown ? zoneSet(zones) : null) ?? own;
      sets.set(zoneSetId, set);
      if (isKnown) known.set(zoneSetId, set);
    }
    open = openSets(window, known, at);
  };
  load();
  // An import may have brought a set since.
  const insistOn = (zoneSetId: number): void => {
    if (!sets.has(zoneSetId)) load();
  };
  return {
    window,
    lockMinutes,
    zonesOf: (zoneSetId) => {
      insistOn(zoneSetId);
      const zones = sets.get(zoneSetId);
      if (zones === undefined) throw new Error('a zone set that is not in the store');
      return zones;
    },
    isOpen: (zoneSetId) => {
      insistOn(zoneSetId);
      return open.has(zoneSetId);
    },
  };
}
