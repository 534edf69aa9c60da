/**
 * The states, territories and provinces that a list may name, each with all the time zones of its people. A state on
 * both sides of a line has both: texting hours hold in all of them. Old names of one clock are not told apart.
 */
interface State {
  readonly name: string;
  readonly zones: readonly string[];
}

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';

const states: Readonly<Record<string, State>> = {
  AL: state('Alabama', central),
  AK: state('Alaska', 'America/Adak', 'America/Anchorage'),
  AS: state('American Samoa', 'Pacific/Pago_Pago'),
  AZ: state('Arizona', mountain, 'America/Phoenix'),
  AR: state('Arkansas', central),
  CA: state('California', pacific),
  CO: state('Colorado', mountain),
  CT: state('Connecticut', eastern),
  DE: state('Delaware', eastern),
  DC: state('District of Columbia', eastern),
  FL: state('Florida', central, eastern),
  FM: state('Federated States of Micronesia', 'Pacific/Chuuk', 'Pacific/Kosrae', 'Pacific/Pohnpei'),
  GA: state('Georgia', eastern),
  GU: state('Guam', 'Pacific/Guam'),
  HI: state('Hawaii', 'Pacific/Honolulu'),
  ID: state('Idaho', 'America/Boise', pacific),
  IL: state('Illinois', central),
  IN: state('Indiana', central, 'America/Indiana/Indianapolis'),
  IA: state('Iowa', central),
  KS: state('Kansas', central, mountain),
  KY: state('Kentucky', central, eastern),
  LA: state('Louisiana', central),
  ME: state('Maine', eastern),
  MH: state('Marshall Islands', 'Pacific/Majuro'),
  MD: state('Maryland', eastern),
  MA: state('Massachusetts', eastern),
  MI: state('Michigan', 'America/Detroit', 'America/Menominee'),
  MN: state('Minnesota', central),
  MS: state('Mississippi', central),
  MO: state('Missouri', central),
  MT: state('Montana', mountain),
  NE: state('Nebraska', central, mountain),
  NV: state('Nevada', mountain, pacific),
  NH: state('New Hampshire', eastern),
  NJ: state('New Jersey', eastern),
  NM: state('New Mexico', mountain),
  NY: state('New York', eastern),
  NC: state('North Carolina', eastern),
  ND: state('North Dakota', central, mountain),
  MP: state('Northern Mariana Islands', 'Pacific/Saipan'),
  OH: state('Ohio', eastern),
  OK: state('Oklahoma', central),
  OR: state('Oregon', 'America/Boise', pacific),
  PW: state('Palau', 'Pacific/Palau'),
  PA: state('Pennsylvania', eastern),
  PR: state('Puerto Rico', 'America/Puerto_Rico'),
  RI: state('Rhode Island', eastern),
  SC: state('South Carolina', eastern),
  SD: state('South Dakota', central, mountain),
  TN: state('Tennessee', central, eastern),
  TX: state('Texas', central, mountain),
  UT: state('Utah', mountain),
  VT: state('Vermont', eastern),
  VI: state('Virgin Islands', 'America/St_Thomas'),
  VA: state('Virginia', eastern),
  WA: state('Washington', pacific),
  WV: state('West Virginia', eastern),
  WI: state('Wisconsin', central),
  WY: state('Wyoming', mountain),
  AB: state('Alberta', 'America/Edmonton'),
  BC: state('British Columbia', 'America/Dawson_Creek', 'America/Edmonton', 'America/Vancouver'),
  MB: state('Manitoba', 'America/Winnipeg'),
  NB: state('New Brunswick', 'America/Moncton'),
  NL: state('Newfoundland and Labrador', 'America/Goose_Bay', 'America/St_Johns'),
  NT: state('Northwest Territories', 'America/Edmonton'),
  NS: state('Nova Scotia', 'America/Halifax'),
  NU: state('Nunavut', 'America/Atikokan', 'America/Edmonton', 'America/Iqaluit', 'America/Rankin_Inlet'),
  ON: state('Ontario', 'America/Atikokan', 'America/Toronto', 'America/Winnipeg'),
  PE: state('Prince Edward Island', 'America/Halifax'),
  QC: state('Quebec', 'America/Blanc-Sablon', 'America/Halifax', 'America/Toronto'),
  SK: state('Saskatchewan', 'America/Edmonton', 'America/Regina'),
  YT: state('Yukon', 'America/Whitehorse'),
};

function state(name: string, ...zones: string[]): State {
  return { name, zones };
}

const codeByName = new Map(Object.entries(states).map(([code, { name }]) => [name.toLowerCase(), code]));

/** The two capital letters of a state written in full or in short, in any case; empty when it is none of ours. */
export function stateCodeOf(cell: string): string {
  const text = cell.trim();
  const code = text.length === 2 ? text.toUpperCase() : (codeByName.get(text.replace(/\s+/g, ' ').toLowerCase()) ?? '');
  return Object.hasOwn(states, code) ? code : '';
}

/** All zones of a state by its code; none for a code that is not ours. */
export function zonesOfState(code: string): readonly string[] {
  return Object.hasOwn(states, code) ? (states[code]?.zones ?? []) : [];
}
