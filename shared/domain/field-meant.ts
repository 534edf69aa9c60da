import { contactFieldNames, plainName, plainNames } from './field-names.ts';
import { introducesSpeaker } from './introductions.ts';
import { nearestVariable } from './script-suggestion.ts';
import { fieldSlug } from './script-variables.ts';

/** What fields there are to be meant. */
export interface KnownFields {
  /** The canonical names of variables, standing ones first. */
  readonly names: readonly string[] | ReadonlySet<string>;
  /** Canonical names of custom fields by their titles, where those are known. */
  readonly titles?: ReadonlyMap<string, string>;
}

/** Where something was written. */
export interface Written {
  /** Without the braces or brackets around it. */
  readonly name: string;
  /** What stands before it. */
  readonly before: string;
}

/** A name alone, such as `[name]`, is how one is greeted. */
const ofContact: ReadonlyMap<string, string> = byName({
  first_name: [...contactFieldNames.firstName, ...plainNames('name, contact name, nombre del contacto')],
  last_name: contactFieldNames.lastName,
  full_name: plainNames('full name, nombre completo, nombre y apellido, nombre y apellidos'),
  email: contactFieldNames.email,
  phone:
    plainNames(`phone, phone number, telephone, telephone number, cell, cell phone, cell phone number, mobile phone,
    mobile number, teléfono, número de teléfono, celular`),
  state_abbrev: contactFieldNames.state,
});

const ofCampaign: ReadonlyMap<string, string> = byName({
  'campaign.name': plainNames(`campaign, campaign name, org, org name, organization, organization name, organisation,
    organisation name, company name, group name, campaña, nombre de la campaña, organización,
    nombre de la organización`),
});

/** Usual in lists; no standing variable has them. A campaign may have a custom field of that name. */
const usual: ReadonlySet<string> = new Set([
  ...contactFieldNames.zip,
  ...plainNames('city, town, county, address, street, precinct, district, ciudad, condado, dirección, distrito'),
]);

/** What comes before the name of whoever texts, and of whoever is texted. */
const texterWords = plainNames(`texter, volunteer, sender, agent, user, staff, organizer, canvasser, voluntario,
  voluntaria, remitente, usuario, organizador, organizadora`);
const possessives = plainNames('my, your, mi, su, tu');
const texterEndings = plainNames(`del voluntario, de la voluntaria, del usuario, de quien escribe, del remitente,
  of texter, of the texter, of volunteer, of the volunteer, of sender, of the sender`);
const contactWords = plainNames(`contact, recipient, subscriber, person, voter, supporter, member, lead, customer,
  donor, contacto, destinatario, votante, persona, miembro`);

/**
 * The variable that somebody means by the name of a field: one of the campaign's own names or titles, or what such a field
 * is usually called. Null when it is usual and the campaign has none such, undefined when it is no name of a field.
 */
export function fieldNamed({ name, before }: Written, { names, titles }: KnownFields): string | null | undefined {
  const plain = plainName(name.split(/[|:]/u)[0] ?? '');
  if (plain === '') return undefined;
  const known = [...names];
  const own = known.find((each) => [each, fieldSlug(each)].some((way) => way !== null && plainName(way) === plain));
  const titled = [...(titles ?? [])].find(([title]) => plainName(title) === plain)?.[1];
  const found = own ?? titled ?? nameOfTexter(plain) ?? ofContact.get(withoutContact(plain)) ?? ofCampaign.get(plain);
  if (found === undefined) return isUsual(plain) ? null : undefined;
  // “This is [name]” is not about whom it is sent to.
  return personNames.has(found) && introducesSpeaker(before) ? `user.${found}` : found;
}

/** What an author may have meant by something that is no variable: a field by its name, else the nearest spelling. */
export function meantVariable(written: Written, known: KnownFields): string | null {
  return fieldNamed(written, known) ?? nearestVariable(written.name, known.names);
}

const personNames: ReadonlySet<string> = new Set(['first_name', 'last_name', 'full_name']);

/** Of a texter only the name is known. */
function nameOfTexter(plain: string): string | undefined {
  if (texterWords.includes(plain)) return 'user.first_name';
  const found = ofContact.get(withoutTexter(plain) ?? '');
  return found !== undefined && personNames.has(found) ? `user.${found}` : undefined;
}

function isUsual(plain: string): boolean {
  return usual.has(withoutContact(plain)) || ofContact.has(withoutTexter(plain) ?? '');
}

function withoutContact(plain: string): string {
  return withoutStart(plain, contactWords) ?? plain;
}

function withoutTexter(plain: string): string | undefined {
  const end = texterEndings.find((each) => plain.endsWith(each) && plain.length > each.length);
  return withoutStart(plain, [...texterWords, ...possessives]) ?? (end && plain.slice(0, -end.length));
}

function withoutStart(plain: string, starts: readonly string[]): string | undefined {
  const start = starts.find((each) => plain.startsWith(each) && plain.length > each.length);
  return start === undefined ? undefined : plain.slice(start.length);
}

function byName(names: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).flatMap(([canonical, ways]) => ways.map((way) => [way, canonical] as const)));
}
