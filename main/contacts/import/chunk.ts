import type { ReadyRow } from './judge-row.ts';
import { cellEnd, type LeftOutRow, placeRank, type RowChunk } from './messages.ts';
import type { KnownBy } from './place.ts';

/** Gathers rows until they are worth a journey between threads. */
export interface ChunkBuilder {
  keep(row: ReadyRow): void;
  leaveOut(row: LeftOutRow): void;
  /** Rows gathered, kept or not. */
  size(): number;
  /** Gives what was gathered and begins anew. */
  take(progress: { readonly rowsRead: number; readonly bytesRead: number }): RowChunk;
}

const ranks: Readonly<Record<KnownBy, number>> = {
  zone: placeRank.precise,
  zip: placeRank.precise,
  state: placeRank.state,
  phone: placeRank.phone,
};

export function createChunkBuilder(): ChunkBuilder {
  /** By identity: each set of zones is one array for the life of the worker, or one of a few. */
  const zoneIndexes = new Map<readonly string[], number>();
  let newZones: string[] = [];
  let rows: ReadyRow[] = [];
  let leftOut: LeftOutRow[] = [];

  function zoneIndex(zones: readonly string[]): number {
    const known = zoneIndexes.get(zones);
    if (known !== undefined) return known;
    const index = zoneIndexes.size;
    zoneIndexes.set(zones, index);
    newZones.push(JSON.stringify(zones));
    return index;
  }

  return {
    keep: (row) => {
      rows.push(row);
    },
    leaveOut: (row) => {
      leftOut.push(row);
    },
    size: () => rows.length + leftOut.length,
    take: (progress) => {
      const taken = rows;
      const values = taken.flatMap(({ values }, row) => values.map((value) => ({ row, ...value })));
      const column = (cell: (row: ReadyRow) => string): string => taken.map(cell).join(cellEnd);
      const zones = Uint32Array.from(taken, ({ place }) => zoneIndex(place.zones));
      const chunk: RowChunk = {
        count: taken.length,
        phones: column(({ phone }) => phone),
        firstNames: column(({ firstName }) => firstName),
        lastNames: column(({ lastName }) => lastName),
        emails: column(({ email }) => email),
        zips: column(({ zip }) => zip),
        states: column(({ state }) => state),
        zones,
        ranks: Uint8Array.from(taken, ({ place }) => ranks[place.knownBy]),
        newZones,
        values: {
          rows: Uint32Array.from(values, ({ row }) => row),
          fieldIds: Uint32Array.from(values, ({ fieldId }) => fieldId),
          texts: values.map(({ text }) => text).join(cellEnd),
        },
        leftOut,
        ...progress,
      };
      rows = [];
      leftOut = [];
      newZones = [];
      return chunk;
    },
  };
}
