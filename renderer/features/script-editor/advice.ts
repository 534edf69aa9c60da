import type { KnownFields } from '../../../shared/domain/field-meant.ts';
import { type ForeignField, findForeignFields } from '../../../shared/domain/foreign-fields.ts';
import { parseScript, variablesIn } from '../../../shared/domain/script.ts';
import { writeVariable } from '../../../shared/domain/script-variables.ts';
import { isShortener, linksIn } from './links.ts';
import type { PersonName } from './names-in-text.ts';
import { findWrittenTexter } from './written-texter.ts';

/**
 * What carriers and contacts expect of a text (C9), besides variables that can be filled. Takes the body as it stands in
 * the editor; gives each thing once. `link-shortener` and `too-long` have to be mended before the text can be published:
 * carriers refuse such texts outright. All else is said and left to the author: brackets may be meant as they stand.
 */
export type AdviceCode =
  | 'link-shortener'
  | 'too-long'
  | 'foreign-field'
  | 'no-such-field'
  | 'no-texter'
  | 'texter-by-hand'
  | 'no-campaign'
  | 'no-opt-out'
  | 'link'
  | 'long';

export interface Advice {
  readonly code: AdviceCode;
  /** Where it stands in the text, for what does. */
  readonly place?: { readonly start: number; readonly end: number };
  /** What would mend it: to be put in its place, or at the cursor where it has none. */
  readonly insertion?: string;
  /** Who is named there, or what stands there. */
  readonly name?: string;
}

export interface Advised {
  readonly body: string;
  /** The first text has to say more than those that follow. */
  readonly isInitial: boolean;
  readonly campaignName: string;
  /** Those who might text. */
  readonly people: readonly PersonName[];
  /** What can be filled in. */
  readonly fields: KnownFields;
  /** Segments of the text as it would be sent, and whether the carrier would refuse it for its length. */
  readonly segments: number;
  readonly isTooLong: boolean;
}

/** More than these, and a text is long and costs accordingly. */
const mostSegments = 2;

export function adviseOn(advised: Advised): readonly Advice[] {
  const { body, isInitial, segments, isTooLong } = advised;
  if (body.trim() === '') return [];
  const advice: Advice[] = [];
  const links = linksIn(body);
  const shortener = links.find(isShortener);
  if (shortener !== undefined) advice.push({ code: 'link-shortener', place: shortener });
  if (isTooLong) advice.push({ code: 'too-long' });
  const foreign = findForeignFields(body, advised.fields);
  advice.push(...foreign.map(adviceOnForeign));
  if (isInitial) {
    advice.push(...adviceOnNames(advised, foreign));
    if (!offersOptOut(body)) advice.push({ code: 'no-opt-out' });
    const [first] = links;
    if (first !== undefined && shortener === undefined) advice.push({ code: 'link', place: first });
  }
  if (segments > mostSegments && !isTooLong) advice.push({ code: 'long' });
  return advice;
}

function adviceOnForeign({ start, end, source, name }: ForeignField): Advice {
  const place = { start, end };
  if (name === null) return { code: 'no-such-field', name: source, place };
  return { code: 'foreign-field', name: source, place, insertion: writeVariable(name) };
}

/** Who texts, and for whom. A name that is written by hand is the same whoever sends it, so it is told even beside the variable. */
function adviceOnNames({ body, people, campaignName }: Advised, foreign: readonly ForeignField[]): readonly Advice[] {
  const advice: Advice[] = [];
  const used = variablesOf(body);
  const names = (...wanted: string[]): boolean => wanted.some((name) => used?.has(name));
  /** What would say it, in the place where another program's notation was meant to. */
  const inPlace = (...wanted: string[]): Pick<Advice, 'place' | 'insertion'> => {
    const meant = foreign.find(({ name }) => name !== null && wanted.includes(name));
    return meant === undefined
      ? { insertion: writeVariable(wanted[0] ?? '') }
      : { place: { start: meant.start, end: meant.end }, insertion: writeVariable(meant.name ?? '') };
  };
  const namesTexter = names('user.first_name', 'user.full_name');
  const written = findWrittenTexter(body, { people, campaignName });
  if (written !== null && !(namesTexter && !written.isOfCampaign)) {
    const { start, end, name, variable } = written;
    advice.push({ code: 'texter-by-hand', name, place: { start, end }, insertion: variable });
  } else if (used !== null && !namesTexter) {
    advice.push({ code: 'no-texter', ...inPlace('user.first_name', 'user.full_name') });
  }
  const namesCampaign = campaignName !== '' && body.toLowerCase().includes(campaignName.toLowerCase());
  if (used !== null && !namesCampaign && !names('campaign.name')) {
    advice.push({ code: 'no-campaign', ...inPlace('campaign.name') });
  }
  return advice;
}

/** Null while one of them cannot be read: what the text says of itself is not known then. */
function variablesOf(body: string): ReadonlySet<string> | null {
  const parsed = parseScript(body);
  return parsed.ok ? variablesIn(parsed.value) : null;
}

/** Whether it keeps the text from being published. */
export function isBar({ code }: Advice): boolean {
  return code === 'link-shortener' || code === 'too-long';
}

/** Whether it has to be noticed before all else that is not refused: contacts would see it. */
export function isWarning({ code }: Advice): boolean {
  return code === 'foreign-field' || code === 'no-such-field';
}

const optOutWordings: readonly RegExp[] = [
  /\bopt(?:ing)?[\s-]?out\b|\bunsubscribe\b/iu,
  /\bstop\s(?:ends|quits|cancels|unsubscribes)\b/iu,
  /\bstop\s?(?:2|to|=|for)\s?(?:end|quit|stop|opt|cancel|leave|be removed|no more)/iu,
  /\b(?:reply|text|txt|send|respond|write|answer|type)\w*\W+(?:with\W+|back\W+)?(?:stop|quit|end|cancel|remove|revoke|optout)\b/iu,
  /(?<!\p{L})(?:respond[ae]|contest[ae]|env[ií][ea]|escrib[ae]|mand[ae]|texte[ea]|texto)\W+(?:con\W+|la palabra\W+)*(?:stop|alto|baja|parar|cancelar|salir|fin)(?!\p{L})/iu,
  /\b(?:stop|alto|baja)\s+para\s+(?:no|dejar|salir|terminar|cancelar|parar)|\bdarse de baja\b|\bno recibir m[aá]s\b/iu,
];

/** Whether the text tells, in English or Spanish, how to hear no more. */
export function offersOptOut(body: string): boolean {
  return startOfOptOut(body) !== -1;
}

/** Where a text begins to tell how to hear no more, in UTF-16 code units; -1 where it does not. */
export function startOfOptOut(body: string): number {
  const starts = optOutWordings.map((wording) => body.search(wording)).filter((start) => start !== -1);
  return starts.length === 0 ? -1 : Math.min(...starts);
}
