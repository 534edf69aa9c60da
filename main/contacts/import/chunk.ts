import type { ReadyRow } from './judge-row.ts';
import { cellEnd, type LeftOutRow, placeRank, type RowChunk } from './messages.ts';
import type { KnownBy } from './place.ts';

/** Packs rows for their journey between threads. One for each import: it tells every set of zones once. */
export type PackChunk = (
  rows: readonly ReadyRow[],
  leftOut: readonly LeftOutRow[],
  progress: { readonly rowsRead: number; readonly bytesRead: number },
) => RowChunk;

const ranks: Readonly<Record<KnownBy, number>> = {
  zone: placeRank.precise,
  zip: placeRank.precise,
  state: placeRank.state,
  phone: placeRank.phone,
};

export function createPacking(): PackChunk {
  /** By identity: whatever tells zones gives the same array for the same ones, with few exceptions that do no harm. */
  const places = new Map<readonly string[], number>();

  return (rows, leftOut, progress) => {
    const newZones: string[] = [];
    const placeOf = (zones: readonly string[]): number => {
      const known = places.get(zones);
      if (known !== undefined) return known;
      places.set(zones, places.size);
      newZones.push(JSON.stringify(zones));
      return places.size - 1;
    };
    const column = (cell: (row: ReadyRow) => string): string => rows.map(cell).join(cellEnd);
    const values = rows.flatMap(({ values }, row) => values.map((value) => ({ row, ...value })));
    return {
      count: rows.length,
      phones: column(({ phone }) => phone),
      firstNames: column(({ firstName }) => firstName),
      lastNames: column(({ lastName }) => lastName),
      emails: column(({ email }) => email),
      zips: column(({ zip }) => zip),
      states: column(({ state }) => state),
      zones: Uint32Array.from(rows, ({ place }) => placeOf(place.zones)),
      ranks: Uint8Array.from(rows, ({ place }) => ranks[place.knownBy]),
      newZones,
      values: {
        rows: Uint32Array.from(values, ({ row }) => row),
        fieldIds: Uint32Array.from(values, ({ fieldId }) => fieldId),
        texts: values.map(({ text }) => text).join(cellEnd),
      },
      leftOut,
      ...progress,
    };
  };
}
