import { describe, expect, it } from 'vitest';
import { zonesByAreaCode } from '../../../main/contacts/import/area-codes.ts';
import { zonesOf } from '../../../main/contacts/import/place.ts';
import { stateCodeOf, zonesOfState } from '../../../main/contacts/import/states.ts';
import { isZone } from '../../../shared/domain/local-time.ts';
import { asE164 } from '../../../shared/domain/phone.ts';

const phone = asE164('+12025550123');
const zonesOfPhone = (text: string) => zonesOf({ zip: '', state: '', phone: asE164(text) }, '').zones;

const zips: readonly [where: string, zip: string, zone: string][] = [
  ['Gary in the west of Indiana', '46402', 'America/Chicago'],
  ['Evansville in the west of Indiana', '47708', 'America/Chicago'],
  ['Indianapolis', '46201', 'America/Indiana/Indianapolis'],
  ['Bowling Green in the west of Kentucky', '42101', 'America/Chicago'],
  ['Louisville', '40202', 'America/Kentucky/Louisville'],
  ['Window Rock in the Navajo Nation', '86515', 'America/Denver'],
  ['Phoenix', '85001', 'America/Phoenix'],
  ['Ontario in Oregon', '97914', 'America/Boise'],
  ['Portland', '97201', 'America/Los_Angeles'],
  ['Adak', '99546', 'America/Adak'],
  ['El Paso', '79901', 'America/Denver'],
  ['Pensacola', '32501', 'America/Chicago'],
  ['San Juan', '00901', 'America/Puerto_Rico'],
  ['St. Thomas', '00802', 'America/St_Thomas'],
  ['Guam', '96910', 'Pacific/Guam'],
  ['American Samoa', '96799', 'Pacific/Pago_Pago'],
  ['West Wendover, which lies in Nevada', '89883', 'America/Denver'],
];

const phones: readonly [what: string, phone: string, zones: readonly string[]][] = [
  ['an area code of one zone', '+12125550123', ['America/New_York']],
  ['north-west Indiana', '+12195550123', ['America/Chicago', 'America/Indiana/Indianapolis']],
  ['the overlay 364 of west Kentucky', '+13645550123', ['America/Chicago', 'America/New_York']],
  ['the overlay 448 of the panhandle', '+14485550123', ['America/Chicago', 'America/New_York']],
  ['the overlay 458 of Oregon', '+14585550123', ['America/Boise', 'America/Los_Angeles']],
  ['the overlay 930 of south Indiana', '+19305550123', ['America/Chicago', 'America/Indiana/Indianapolis']],
  ['the overlay 986 of Idaho', '+19865550123', ['America/Boise', 'America/Los_Angeles']],
  ['Arizona with the Navajo Nation', '+19285550123', ['America/Denver', 'America/Phoenix']],
  ['Alaska', '+19075550123', ['America/Adak', 'America/Anchorage']],
  ['Toronto', '+14165550123', ['America/Toronto']],
  ['Newfoundland', '+17095550123', ['America/Goose_Bay', 'America/St_Johns']],
  ['a toll-free number', '+18885550123', []],
  ['a personal number', '+15005550123', []],
  ['an area code that is not open yet', '+17825550123', ['America/Halifax']],
  ['an area code that nobody has', '+12325550123', []],
];

/** By the plan's own maps these touch two zones; each must wait for both. */
const ambiguous = `208 219 270 308 364 423 448 458 541 574 605 606 620 701 775 785 812 850 906 907 928 930 986`.split(
  ' ',
);

describe('the zones of a contact', () => {
  it.each(zips)('in %s (%s) are those of the ZIP', (_where, zip, zone) => {
    expect(zonesOf({ zip, state: '', phone }, '')).toEqual({ zones: [zone], knownBy: 'zip' });
  });

  it.each(phones)('of %s (%s) are those of the number', (_what, text, zones) => {
    expect(zonesOfPhone(text)).toEqual(zones);
  });

  it('are told by the zone column before the ZIP, by the ZIP before the state, by the state before the phone', () => {
    const california = asE164('+12135550123');
    const all = { zip: '10001', state: 'TX', phone: california };
    expect(zonesOf(all, 'america/halifax')).toEqual({ zones: ['America/Halifax'], knownBy: 'zone' });
    expect(zonesOf(all, '')).toEqual({ zones: ['America/New_York'], knownBy: 'zip' });
    expect(zonesOf({ ...all, zip: '' }, '')).toEqual({
      zones: ['America/Chicago', 'America/Denver'],
      knownBy: 'state',
    });
    expect(zonesOf({ zip: '', state: '', phone: california }, '')).toEqual({
      zones: ['America/Los_Angeles'],
      knownBy: 'phone',
    });
  });

  it('are not told by what is no zone, by a ZIP that is not in use, or by a state that is not ours', () => {
    const nonsense = { zip: '00000', state: 'ZZ', phone };
    expect(zonesOf(nonsense, 'Eastern')).toEqual({ zones: ['America/New_York'], knownBy: 'phone' });
  });

  it.each(ambiguous)('behind area code %s are more than one', (code) => {
    expect(zonesByAreaCode.get(code)?.length).toBeGreaterThan(1);
  });

  it('are all known to the runtime, sorted, each once', () => {
    const states = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((a) =>
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((b) => a + b),
    );
    for (const zones of [...zonesByAreaCode.values(), ...states.map(zonesOfState)]) {
      expect(zones).toEqual([...new Set(zones)].sort());
      expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
    }
  });

  it('stand under area codes that are written once and can exist', () => {
    expect(zonesByAreaCode.size).toBeGreaterThan(400);
    for (const code of zonesByAreaCode.keys()) expect(code).toMatch(/^[2-9][0-8]\d$/);
    for (const code of ['800', '833', '888', '500', '600', '700', '710', '900', '555']) {
      expect(zonesByAreaCode.has(code)).toBe(false);
    }
  });

  it.each([
    ['ny', 'NY'],
    ['New  York', 'NY'],
    ['puerto rico', 'PR'],
    ['Quebec', 'QC'],
    ['Nowhere', ''],
    ['XX', ''],
    ['', ''],
  ])('are found for a state written “%s”', (written, code) => {
    expect(stateCodeOf(written)).toBe(code);
  });
});
