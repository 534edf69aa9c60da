/** Somebody who might text. */
export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

/** A name as it stands in a text, in UTF-16 code units, the end not included. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  /** As it is written there. */
  readonly name: string;
  readonly isFullName: boolean;
}

/**
 * Every place where one of these people is named, in the order of the text: by first name, or by both, whatever the case
 * and the accents. A name is a whole word; where a script writes words without spaces, it is what stands there.
 */
export function findNames(text: string, people: readonly PersonName[]): readonly FoundName[] {
  const words = wordsOf(text);
  const found = people.flatMap(({ firstName, lastName }) => {
    const full = lastName === '' ? [] : [`${firstName} ${lastName}`, ...joined(firstName, lastName)];
    return [...full.map((name) => ({ name, isFullName: true })), { name: firstName, isFullName: false }].flatMap(
      ({ name, isFullName }) => placesOf(name, text, words).map((place) => ({ ...place, isFullName })),
    );
  });
  const inOrder = found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  // The longest of those that begin in the same place is who is meant.
  const first = inOrder.filter((each, index) => each.start !== inOrder[index - 1]?.start);
  return first.map(({ start, end, isFullName }) => ({ start, end, isFullName, name: text.slice(start, end) }));
}

/** In the order and without the space that Chinese and Japanese names have. */
function joined(firstName: string, lastName: string): readonly string[] {
  return withoutSpaces.test(firstName + lastName) ? [lastName + firstName, firstName + lastName] : [];
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

const withoutSpaces = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** `Rosa-María` is one word, and so is `Rosa's`, which is not Rosa. */
const word = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(word)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    folded: folded(written),
  }));
}

/** Small and without accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function placesOf(name: string, text: string, words: readonly Word[]): { start: number; end: number }[] {
  if (withoutSpaces.test(name)) {
    return [...text.matchAll(new RegExp(escaped(name.trim()), 'gu'))].map(({ 0: written, index }) => ({
      start: index,
      end: index + written.length,
    }));
  }
  const wanted = wordsOf(name).map((each) => each.folded);
  if (wanted.length === 0) return [];
  return words.flatMap(({ start }, at) => {
    const here = words.slice(at, at + wanted.length);
    const isHere = wanted.every((each, index) => here[index]?.folded === each);
    const isInOne = here.every(
      ({ start: next }, index) => index === 0 || /^\.?[ \u00a0]+$/u.test(text.slice(here[index - 1]?.end, next)),
    );
    const end = here.at(-1)?.end;
    return isHere && isInOne && end !== undefined ? [{ start, end }] : [];
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
