import { parseScript, variablesIn } from '../../../shared/domain/script.ts';
import { isShortener, linksIn } from './links.ts';
import type { PersonName } from './names-in-text.ts';
import { findWrittenTexter } from './written-texter.ts';

/**
 * What carriers and contacts expect of a text (C9), besides variables that can be filled. Takes the body as it stands in
 * the editor; gives each thing once. `link-shortener` and `too-long` have to be mended before the text can be published:
 * carriers refuse such texts outright. All else is said and left to the author.
 */
export type AdviceCode =
  | 'link-shortener'
  | 'too-long'
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
  /** Who is named there. */
  readonly name?: string;
}

export interface Advised {
  readonly body: string;
  /** The first text has to say more than those that follow. */
  readonly isInitial: boolean;
  readonly campaignName: string;
  /** Those who might text. */
  readonly people: readonly PersonName[];
  /** Segments of the text as it would be sent, and whether the carrier would refuse it for its length. */
  readonly segments: number;
  readonly isTooLong: boolean;
}

/** More than these, and a text is long and costs accordingly. */
const mostSegments = 2;

export function adviseOn({ body, isInitial, campaignName, people, segments, isTooLong }: Advised): readonly Advice[] {
  if (body.trim() === '') return [];
  const advice: Advice[] = [];
  const links = linksIn(body);
  const shortener = links.find(isShortener);
  if (shortener !== undefined) advice.push({ code: 'link-shortener', place: shortener });
  if (isTooLong) advice.push({ code: 'too-long' });
  if (isInitial) {
    advice.push(...adviceOnNames(body, people, campaignName));
    if (!offersOptOut(body)) advice.push({ code: 'no-opt-out' });
    const [first] = links;
    if (first !== undefined && shortener === undefined) advice.push({ code: 'link', place: first });
  }
  if (segments > mostSegments && !isTooLong) advice.push({ code: 'long' });
  return advice;
}

/** Who texts, and for whom. A name that is written by hand is the same whoever sends it, so it is told even beside the variable. */
function adviceOnNames(body: string, people: readonly PersonName[], campaignName: string): readonly Advice[] {
  const advice: Advice[] = [];
  const used = variablesOf(body);
  const namesTexter = used?.has('user.first_name') || used?.has('user.full_name');
  const written = findWrittenTexter(body, { people, campaignName });
  if (written !== null && !(namesTexter && !written.isOfCampaign)) {
    const { start, end, name, variable } = written;
    advice.push({ code: 'texter-by-hand', name, place: { start, end }, insertion: variable });
  } else if (used !== null && !namesTexter) {
    advice.push({ code: 'no-texter', insertion: '##{{user.first_name}}' });
  }
  const namesCampaign = campaignName !== '' && body.toLowerCase().includes(campaignName.toLowerCase());
  if (used !== null && !namesCampaign && !used.has('campaign.name')) {
    advice.push({ code: 'no-campaign', insertion: '##{{campaign.name}}' });
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
  return optOutWordings.some((wording) => wording.test(body));
}
