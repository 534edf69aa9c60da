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
    const [valueRows, fieldIds, texts]: [number[], number[], string[]] = [[], [], []];
    rows.forEach(({ values }, row) => {
      for (const { fieldId, text } of values) {
        valueRows.push(row);
        fieldIds.push(fieldId);
        texts.push(text);
      }
    });
    return {
      count: rows.length,
      phones: column(({ phone }) => phone),
      firstNames: column(({ firstName }) => firstName),
      lastNames: column(({ lastName }) => lastName),
      emails: column(({ email }) => email),
      zips: column(({ zip }) => zip),
      states: column(({ state }) => state),
      // Of arrays: `from` asks for its elements one by one, which takes ten times as long.
      zones: new Uint32Array(rows.map(({ place }) => indexOf(place))),
      ranks: new Uint8Array(rows.map(({ place }) => ranks[place.knownBy])),
      newZones,
      values: {
        rows: new Uint32Array(valueRows),
        fieldIds: new Uint32Array(fieldIds),
        texts: texts.join(cellEnd),
      },
      leftOut,
      ...progress,
    };
  };
}
