import { textAlone } from '../../../shared/domain/foreign-fields.ts';
import { introducesSpeaker } from '../../../shared/domain/introductions.ts';
import { offersOptOut } from './advice.ts';
import { endOfGreeting, endsInGreeting } from './greeting.ts';
import { apart } from './join-text.ts';
import { joiningWords } from './joining-words.ts';
import { type PlacedName, placeOfCampaign, placeOfTexter } from './placed-names.ts';

export type Introduced = 'texter' | 'campaign';

/** What is to be written, and in which place of the body. */
export interface Insertion {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Wanted {
  readonly body: string;
  readonly at: { readonly start: number; readonly end: number };
  /** `at` is what the name is to replace, rather than where the cursor or the selection of the author is. */
  readonly isGiven: boolean;
  readonly subject: Introduced;
  /** The name as it is to stand there. */
  readonly name: string;
  /** As it may stand in the body. */
  readonly campaignName: string;
}

/** What joins whoever speaks to whom they speak for. */
const joining =
  /^,?\s+(?:from|with|at|of|for|and|an?|your|de|del|desde|con|y|una?|su|tu)(?:\s+(?:the|la|el|los|las))?(?!\p{L})/iu;
const joined = /(?<!\p{L})(?:from|with|of|for|de|del|desde|con)(?:\s+(?:the|la|el|los|las))?\s+$/iu;
/** What stands behind a name goes on with its sentence. */
const isSubject = /^(?:\s+\p{Ll}|['’]s(?!\p{L}))/u;
const sentenceEnd = /[.!?…\p{Extended_Pictographic}]\s*$/u;

/**
 * Writes who texts, or for whom, where it reads as one sentence with what stands there: between the texter and the
 * campaign is a “from”, whichever of them comes first. Where the text says neither, the cursor is where the author
 * wants it, and what says it is written whole unless the cursor stands within a sentence.
 */
export function introduce(wanted: Wanted): Insertion {
  const { body, at, isGiven, subject, name, campaignName } = wanted;
  const other = subject === 'campaign' ? placeOfTexter(body, campaignName) : placeOfCampaign(body, campaignName);
  const beside = other === null ? null : (subject === 'campaign' ? behindTexter : besideCampaign)(wanted, other);
  if (beside !== null) return beside;
  const { start, end } = at;
  if (isGiven) return { text: name, start, end };
  // How to opt out is said last; whoever has just added it is not at the place for a name.
  const isLast = body.slice(end).trim() === '' && offersOptOut(body.slice(0, start));
  const front = isLast ? endOfGreeting(body) : null;
  return alone(front === null ? wanted : { ...wanted, at: { start: front, end: front } });
}

/** The campaign of a texter who is named. */
function behindTexter({ body, at, isGiven, name }: Wanted, texter: PlacedName): Insertion | null {
  const { from } = joiningWords(body.slice(0, texter.end), body);
  // What is replaced is behind the texter already, or it is elsewhere for a reason.
  if (isGiven) {
    const isBehind = /^[\s,]*$/u.test(body.slice(texter.end, at.start)) && at.start >= texter.end;
    return isBehind ? { text: `${from} ${name}`, ...at } : null;
  }
  const rest = body.slice(texter.end);
  const begun = joining.exec(textAlone(rest))?.[0];
  if (begun === undefined) return { text: ` ${from} ${name}`, start: texter.end, end: texter.end };
  // “Sam with . Can you come?”: only the name is lacking.
  const start = texter.end + begun.length;
  const blank = /^[^\S\n]*(?=[.,;:!?\n]|$)/u.exec(body.slice(start))?.[0];
  return blank === undefined ? null : { text: ` ${name}`, start, end: start + blank.length };
}

/** The texter for a campaign that is named. */
function besideCampaign({ body, at, isGiven, name }: Wanted, campaign: PlacedName): Insertion | null {
  const { from, thisIs } = joiningWords(body.slice(0, campaign.start), body);
  if (isGiven) {
    const isBefore = at.end <= campaign.start && /^[\s,]*$/u.test(body.slice(at.end, campaign.start));
    return isBefore ? { text: `${name} ${from}`, ...at } : null;
  }
  const before = textAlone(body.slice(0, campaign.start));
  const preposition = joined.exec(before)?.[0] ?? '';
  const lead = before.slice(0, before.length - preposition.length);
  const isIntroduced = introducesSpeaker(lead);
  if (preposition !== '' && !isIntroduced) {
    // “Hi from the Tenants”: who is greeted is not the one who speaks.
    if (lead.trim() !== '' && !endsInGreeting(lead)) return null;
    const text = `, ${thisIs} ${name}${markBefore(body.slice(campaign.end))}`;
    return { text, start: campaign.end, end: campaign.end };
  }
  // “The Tenants are holding a rally”: their name is part of what is said of them.
  if (!isIntroduced && isSubject.test(textAlone(body.slice(campaign.end)))) return null;
  if (endsInGreeting(lead)) {
    const greeted = lead.trimEnd();
    const comma = /[,!]$/u.test(greeted) ? '' : ',';
    return { text: `${comma} ${thisIs} ${name} ${from} `, start: greeted.length, end: campaign.start };
  }
  if (!isIntroduced && lead.trim() !== '' && !sentenceEnd.test(lead)) return null;
  return { text: preposition === '' ? `${name} ${from} ` : `${name} `, start: lead.length, end: lead.length };
}

/** What says it where nothing beside it does. */
function alone({ body, at: { start, end }, subject, name }: Wanted): Insertion {
  const before = body.slice(0, start);
  const after = body.slice(end);
  const { thisIs } = joiningWords(before, body);
  const written = textAlone(before);
  const isBegun = introducesSpeaker(written) || (subject === 'campaign' && joined.test(written));
  const closes = endsPhrase(after);
  if (!isBegun && endsInGreeting(written)) {
    const greeted = before.trimEnd();
    const comma = /[,!]$/u.test(greeted) ? '' : ',';
    const text = `${comma} ${thisIs} ${name}${markBefore(after)}`;
    return { text, start: greeted.length, end };
  }
  if (!isBegun && (written.trim() === '' || sentenceEnd.test(written))) {
    const blank = written === '' || /\s$/u.test(written) ? '' : ' ';
    const sentence = `${thisIs.charAt(0).toUpperCase()}${thisIs.slice(1)} ${name}`;
    const stop = written.trim() !== '' && after.trim() === '' ? '.' : '';
    return { text: `${blank}${sentence}${closes ? stop : /^\s/u.test(after) ? '.' : '. '}`, start, end };
  }
  return { text: apart(name, before, after), start, end };
}

/** What parts a name from what goes on behind it. */
function markBefore(after: string): string {
  if (endsPhrase(after)) return '';
  const mark = /^\s*[¿¡]?\p{Lu}/u.test(after) ? '.' : ',';
  return /^\s/u.test(after) ? mark : `${mark} `;
}

function endsPhrase(after: string): boolean {
  return after.trim() === '' || /^\s*[.,;:!?\n]/u.test(after);
}
