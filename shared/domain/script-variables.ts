/**
 * The names that a script may put between `##{{` and `}}`, and how they are spelled. Gives the list for the editor's
 * menus, one canonical name for each way of writing a variable, and the way a menu writes it. Whether a variable has a
 * value yet, or ever will in a given action, is not known here.
 *
 * Canonical names are the keys of the values that a script is rendered with: `first_name`, `user.first_name`,
 * `custom_field_<slug>` for a custom field, `'<slug>'|trackable` for a custom link.
 */
export type VariableGroup = 'contact' | 'user' | 'campaign' | 'custom' | 'link' | 'opt-in';

export interface Variable {
  /** The canonical name. */
  readonly name: string;
  readonly group: VariableGroup;
  /** What a menu puts into the script, with its hashes and braces. */
  readonly written: string;
}

/** What a campaign adds to the built-in variables. Slugs are kept in the case that their author gave them. */
export interface CampaignSlugs {
  readonly fields?: Iterable<string>;
  readonly links?: Iterable<string>;
}

const builtIn: Readonly<Record<Exclude<VariableGroup, 'link'>, readonly string[]>> = {
  contact: ['first_name', 'last_name', 'full_name', 'email', 'phone', 'state_abbrev'],
  user: [
    'user.first_name',
    'user.last_name',
    'user.full_name',
    'user.email',
    'user.phone',
    'user.state_abbrev',
    'user.team_code',
  ],
  campaign: ['campaign.name', 'campaign.description', 'campaign.join_code', 'broadcast_phone_number'],
  /** The friends that a contact has promised to remind to vote. */
  custom: ['custom_field_remind_a_friend'],
  'opt-in': ['opt_in_form.title', 'opt_in_form.subtitle', 'contact_referral_link'],
};

const synonyms: Readonly<Record<string, string>> = { fullname: 'full_name', 'user.fullname': 'user.full_name' };

const fieldPrefix = 'custom_field_';
const builtInNames: ReadonlySet<string> = new Set(Object.values(builtIn).flat());

/** What is the same for all contacts whom somebody texts. */
const ofOthers: ReadonlySet<string> = new Set([...builtIn.user, ...builtIn.campaign]);

/** What may stand between the braces, in parts joined by dots; any language's letters, each in its composed form. */
const slugShape = /^[\p{L}\p{N}_-]{1,64}$/u;

/** Whether a custom field or a custom link with this slug can be written into a script. */
export function isSlug(text: string): boolean {
  return slugShape.test(text);
}

/** The built-in variables by group, then the campaign's fields and links, each once and in the order given. */
export function listVariables({ fields = [], links = [] }: CampaignSlugs = {}): readonly Variable[] {
  const standing = Object.entries(builtIn).flatMap(([group, names]) =>
    names.map((name) => variable(name, group as VariableGroup)),
  );
  const own = [
    ...[...fields].map((slug) => variable(fieldVariable(slug), 'custom')),
    ...[...links].map((slug) => variable(linkVariable(slug), 'link')),
  ];
  return [...new Map([...standing, ...own].map((each) => [each.name, each])).values()];
}

/**
 * The canonical name of a custom field. A slug that begins with `custom_field_` already is one, so that the two columns
 * `x` and `custom_field_x` of a contact list fill the same field. A campaign's fields have distinct canonical names.
 */
export function fieldVariable(slug: string): string {
  return slug.startsWith(fieldPrefix) ? slug : fieldPrefix + slug;
}

/** The slug of a custom field, or null for a name that is not one's. */
export function fieldSlug(canonicalName: string): string | null {
  return canonicalName.startsWith(fieldPrefix) ? canonicalName.slice(fieldPrefix.length) : null;
}

/** Whether each contact has a value of their own, or none: it is neither the texter's nor the campaign's. */
export function isPerContact(canonicalName: string): boolean {
  return !ofOthers.has(canonicalName);
}

/** The canonical name of a custom link, which gives every contact an address of their own. */
export function linkVariable(slug: string): string {
  return `'${slug}'|trackable`;
}

/** The slug of a custom link, or null for a name that is not one's. */
export function linkSlug(canonicalName: string): string | null {
  return /^'(.+)'\|trackable$/u.exec(canonicalName)?.[1] ?? null;
}

/**
 * One name for every spelling of a variable, known or not. A bare name that is not built in is a custom field's slug:
 * `issue_ID` and `custom_field_issue_ID` are one. Case is kept, because slugs may differ in case alone.
 */
export function canonicalName(name: string): string {
  const plain = Object.hasOwn(synonyms, name) ? (synonyms[name] as string) : name;
  if (builtInNames.has(plain) || plain.includes('.') || linkSlug(plain) !== null) return plain;
  return fieldVariable(plain);
}

/** A variable as a menu writes it: a custom field by its slug alone, unless that is the name of a built-in variable. */
export function writeVariable(canonical: string): string {
  const slug = fieldSlug(canonical);
  const isShort = slug !== null && canonicalName(slug) === canonical && !builtInNames.has(canonical);
  return `##{{${isShort ? slug : canonical}}}`;
}

function variable(name: string, group: VariableGroup): Variable {
  return { name, group, written: writeVariable(name) };
}
