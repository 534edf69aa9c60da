import type { Tx } from '../../store/index.ts';
import { zoneSetOf } from '../queries.ts';

/** The sets of zones that a worker has told, by their place, with their ids in the store. */
export interface ZoneSets {
  /** Takes what a chunk tells anew. */
  learn(newZones: readonly string[]): void;
  /** Makes the set when the store has none. */
  idOf(tx: Tx, place: number): number;
}

/** For one attempt of one import: a transaction that fails ends the attempt, and its sets are forgotten with it. */
export function createZoneSets(): ZoneSets {
  const told: string[] = [];
  const ids: number[] = [];
  return {
    learn: (newZones) => {
      told.push(...newZones);
    },
    idOf: (tx, place) => {
      const known = ids[place];
      if (known !== undefined) return known;
      const zones = told[place];
      if (zones === undefined) throw new Error('zones that no chunk has told');
      const id = zoneSetOf(tx, zones);
      ids[place] = id;
      return id;
    },
  };
}
