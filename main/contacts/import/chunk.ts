import type { ReadyRow } from './judge-row.ts';
import { cellEnd, type LeftOutRow, placeRank, type RowChunk } from './messages.ts';
import type { KnownBy, PlaceZones } from './place.ts';

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
  /** By identity: there are few places, and each is one object. Two with the same zones do no harm. */
  const places = new Map<PlaceZones, number>();

  return (rows, leftOut, progress) => {
    const newZones: string[] = [];
    const indexOf = (place: PlaceZones): number => {
      const known = places.get(place);
      if (known !== undefined) return known;
      places.set(place, places.size);
      newZones.push(JSON.stringify(place.zones));
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
      zones: Uint32Array.from(rows, ({ place }) => indexOf(place)),
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
