/**
 * The places of a text that the script has left empty, and whether somebody who has changed the text has filled them. Takes
 * the text as it was rendered and the words as they are now; says nothing of places that are left empty on purpose. It goes by
 * the words on the two sides: while they stand together as before, nobody has touched the place, whatever else was changed.
 */
export interface Gap {
  /** The canonical name of the variable that had no value. */
  readonly name: string;
  /** In UTF-16 code units of the text: what stands on one side ends here, and what stands on the other begins. */
  readonly at: number;
}

/** The gaps of `text` that are as empty in `draft` as they were. */
export function gapsLeft<Its extends Gap>(text: string, gaps: readonly Its[], draft: string): readonly Its[] {
  const joints = gaps.map(({ at }) => jointAt(text, at));
  const before = plain(text);
  const now = plain(draft);
  return gaps.filter((_gap, index) => {
    const joint = joints[index] ?? '';
    // The same words may stand together elsewhere, too, where nothing is missing.
    const ofGaps = joints.filter((other) => other === joint).length;
    return countOf(joint, now) > countOf(joint, before) - ofGaps;
  });
}

/** Stands for the beginning and the end of a text, where there are no words. */
const edge = '\n';

/** The last word before the place and the first one behind it, with all that is between them. */
function jointAt(text: string, at: number): string {
  const left = /[\p{L}\p{M}\p{N}]+[^\p{L}\p{M}\p{N}]*$/u.exec(text.slice(0, at))?.[0];
  const right = /^[^\p{L}\p{M}\p{N}]*[\p{L}\p{M}\p{N}]+/u.exec(text.slice(at))?.[0];
  const joint = tidy(`${left ?? text.slice(0, at)}${right ?? text.slice(at)}`);
  return `${left === undefined ? edge : ''}${joint}${right === undefined ? edge : ''}`;
}

const plain = (text: string): string => `${edge}${tidy(text)}${edge}`;

/** Spaces that were typed into an empty place fill nothing. */
function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[,.;:!?…)])/gu, '')
    .trim();
}

/** How often it stands in the text, as whole words. */
function countOf(joint: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(joint); at !== -1; at = text.indexOf(joint, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + joint.length))) count += 1;
  }
  return count;
}

const isLetter = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character);
