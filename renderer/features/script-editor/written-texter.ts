import { textAlone } from '../../../shared/domain/foreign-fields.ts';
import { introducesSpeaker } from '../../../shared/domain/introductions.ts';
import { type FoundName, findNames, folded, type PersonName } from './names-in-text.ts';

/** Whom a text calls its texter by a name that was written by hand, so that it says the same whoever sends it. */
export interface WrittenTexter extends FoundName {
  /** What says the name of whoever sends it, in its place. */
  readonly variable: string;
  /** Somebody of the campaign is called so; else it only looks like the name of one who texts. */
  readonly isOfCampaign: boolean;
}

/** What follows the name of whoever speaks. */
const spokenFor =
  /^,?\s*(?:here|from|with|at|over at|of|reaching out|texting|checking in|writing|again|de|del|desde|con|por aqu[ií]|aqu[ií]|para servirle|来自|來自)(?!\p{L})/iu;
/** Nobody who is spoken to is told that they are here. */
const isHere = /^,?\s*(?:here(?=[\s,]*(?:[.!\n]|$|from|with))|por aqu[ií]|por ac[aá])(?!\p{L})/iu;
const ownWords = /^,\s+(?:an?|your|one of|volunt\p{L}+|una?|su|tu)\s/iu;

/** Whoever is named after one of these is spoken to, or of. */
const spokenOf =
  /(?<!\p{L})(?:hi|hello|hey|dear|hola|estimad[oa]|quer?id[oa]|for|with|to|of|from|by|about|and|or|join|meet|see|ask|call|support|elect|vote|thank|para|por|con|a|al|de|del|y|e|o|vot[ea]|apoy[ea]|conozca|conoce|elija)[\s,]*$/iu;

/** A signature stands alone at the end of a line. */
const beforeSignature =
  /(?:\n\s*|[-–—~]\s*|(?<!\p{L})(?:thanks|thank you|best|cheers|sincerely|gracias|saludos|atentamente|un abrazo)[\s,!.]+[-–—~]?\s*)$/iu;
const afterSignature = /^[ \t]*[.!]?[ \t]*(?:\n|$)/u;

/** It belongs to somebody, or to something that is called after them. */
const possessive = /^(?:\s+\p{Lu}[\p{L}\p{M}]*)?['’]s(?!\p{L})/u;

/** One to three words that begin like a name does. */
const capitalised = /^\p{Lu}[\p{L}\p{M}'’-]+(?:[ \u00a0]\p{Lu}[\p{L}\p{M}'’-]+){0,2}/u;
const saysWho = /(?<!\p{L})(?:this is|i(?:['’]?m| am)|my name(?:['’]s| is)|soy|me llamo|mi nombre es)[ \u00a0]+/giu;

/**
 * The first place where a text is told to come from somebody by name: one of these people, or whoever looks like one,
 * unless they are the campaign. Null when it is not. Somebody who is greeted, or voted for, is not its texter.
 */
export function findWrittenTexter(
  body: string,
  { people, campaignName }: { readonly people: readonly PersonName[]; readonly campaignName: string },
): WrittenTexter | null {
  const text = textAlone(body);
  const known = findNames(text, people).find((name) => speaks(text, name));
  const found = known ?? likelyName(text, campaignName);
  if (found === null) return null;
  return {
    ...found,
    variable: found.isFullName ? '##{{user.full_name}}' : '##{{user.first_name}}',
    isOfCampaign: known !== undefined,
  };
}

function speaks(text: string, { start, end, name }: FoundName): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (possessive.test(after)) return false;
  const isSpokenFor = spokenFor.test(after) || ownWords.test(after);
  const isIntroduced = introducesSpeaker(before);
  // Names that are words too, such as Will, Hope and Rosa, begin with a small letter when they are words.
  if (/^\p{Ll}/u.test(name)) return isIntroduced && isSpokenFor;
  const isSigned = beforeSignature.test(before) && afterSignature.test(after);
  return isIntroduced || isSigned || isHere.test(after) || (isSpokenFor && !spokenOf.test(before));
}

function likelyName(text: string, campaignName: string): FoundName | null {
  const ofCampaign = new Set(folded(campaignName).match(/\p{L}+/gu) ?? []);
  for (const { 0: intro, index } of text.matchAll(saysWho)) {
    const start = index + intro.length;
    const name = capitalised.exec(text.slice(start))?.[0];
    if (name === undefined) continue;
    const after = text.slice(start + name.length);
    const words = folded(name).match(/\p{L}+/gu) ?? [];
    if (!(spokenFor.test(after) || ownWords.test(after)) || words.some((each) => ofCampaign.has(each))) continue;
    return { start, end: start + name.length, name, isFullName: name.includes(' ') };
  }
  return null;
}
