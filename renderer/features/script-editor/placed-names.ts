import { textAlone } from '../../../shared/domain/foreign-fields.ts';
import { introducesSpeaker } from '../../../shared/domain/introductions.ts';
import { scanScript } from '../../../shared/domain/script-scan.ts';

/** Where a name stands, in UTF-16 code units, the end not included. */
export interface PlacedName {
  readonly start: number;
  readonly end: number;
}

const ofTexter: ReadonlySet<string> = new Set(['user.first_name', 'user.full_name', 'user.last_name']);
/** One to three words that begin like a name does. */
const capitalised = /(?<!\p{L})\p{Lu}[\p{L}\p{M}'’-]*(?:[ \u00a0]\p{Lu}[\p{L}\p{M}'’-]*){0,2}/gu;

/** The first place that names the texter: a variable, with the last name behind it, or a name that is introduced and no more. */
export function placeOfTexter(body: string, campaignName: string): PlacedName | null {
  const text = textAlone(body);
  const variables = variablePlaces(body).filter(({ name }) => ofTexter.has(name));
  const [first, second] = variables;
  if (first !== undefined) {
    const isOne = second !== undefined && /^\s+$/u.test(body.slice(first.end, second.start));
    return { start: first.start, end: isOne ? second.end : first.end };
  }
  for (const { 0: name, index } of text.matchAll(capitalised)) {
    const isCampaign = campaignName !== '' && text.slice(index).toLowerCase().startsWith(campaignName.toLowerCase());
    const end = index + name.length;
    const isWhole = /^\s*(?:[.,;:!?\n]|$)/u.test(text.slice(end));
    if (!isCampaign && isWhole && introducesSpeaker(text.slice(0, index))) return { start: index, end };
  }
  return null;
}

/** The first place that names the campaign, by its variable or by its name. */
export function placeOfCampaign(body: string, campaignName: string): PlacedName | null {
  const [variable] = variablePlaces(body).filter(({ name }) => name === 'campaign.name');
  if (variable !== undefined) return variable;
  const start = campaignName === '' ? -1 : body.toLowerCase().indexOf(campaignName.toLowerCase());
  return start === -1 ? null : { start, end: start + campaignName.length };
}

function variablePlaces(body: string): readonly (PlacedName & { readonly name: string })[] {
  let end = 0;
  return scanScript(body).flatMap((piece) => {
    const start = end;
    end += piece.source.length;
    return piece.kind === 'variable' ? [{ start, end, name: piece.name }] : [];
  });
}
