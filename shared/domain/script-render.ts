import type { Script } from './script.ts';
import type { Gap } from './script-gaps.ts';

/**
 * Turns a parsed script into the text that one contact will get. Takes the parts and the values by canonical name;
 * gives the text, and tells what it had no value for. A value is put in as it is, less the spaces around it, and is
 * never read again: a contact who is called `##{{user.phone}}` is addressed so. Names keep the case they came in.
 */
export type ScriptValues = Readonly<Record<string, string | null>>;

/** The campaign's stand-ins where a name is missing (A5); an empty one stands in for nothing. */
export interface FallbackNames {
  readonly contact: string;
  readonly texter: string;
}

export interface RenderedScript {
  readonly text: string;
  /** Canonical names, each once, that had neither a value nor a fallback and were left out of the text. */
  readonly missing: readonly string[];
  /** Where they were left out, first to last. */
  readonly gaps: readonly Gap[];
  /** Canonical names, each once, for which a fallback name stands in the text. */
  readonly fallbacksUsed: readonly string[];
}

export function renderScript(script: Script, values: ScriptValues, fallbacks: FallbackNames): RenderedScript {
  const fallbacksUsed = new Set<string>();
  let gaps: readonly Gap[] = [];
  let text = '';
  let afterGap = false;
  const goOnAfterGap = (inserted: string): void => {
    const [left, right] = closeGap(text, inserted);
    // Spaces that an earlier gap ended with may be gone.
    gaps = gaps.map(({ name, at }) => ({ name, at: Math.min(at, left.length) }));
    text = left + right;
  };
  for (const part of script) {
    let inserted = part.source;
    if (part.kind === 'variable') {
      inserted = givenValue(part.name, values);
      if (inserted === '') {
        inserted = fallbackOf(part.name, fallbacks);
        if (inserted === '') gaps = [...gaps, { name: part.name, at: text.length }];
        else fallbacksUsed.add(part.name);
      }
    }
    if (inserted === '') {
      afterGap = true;
      continue;
    }
    if (afterGap) goOnAfterGap(inserted);
    else text += inserted;
    afterGap = false;
  }
  if (afterGap) goOnAfterGap('');
  const missing = [...new Set(gaps.map(({ name }) => name))];
  return { text, missing, gaps, fallbacksUsed: [...fallbacksUsed] };
}

/** Only the record's own names count: no name in a script can reach what every object inherits. */
function givenValue(name: string, values: ScriptValues): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '';
}

/**
 * Whether a campaign may have a fallback for this variable. Where it chose to have none, the place is left out on purpose,
 * and the text may go as it is.
 */
export function mayBeLeftOut(name: string): boolean {
  return fallbackOf(name, { contact: 'x', texter: 'x' }) !== '';
}

/** A fallback stands in for the whole of a missing name. For a missing last name it would only be said twice. */
function fallbackOf(name: string, fallbacks: FallbackNames): string {
  if (name === 'first_name' || name === 'full_name') return fallbacks.contact.trim();
  if (name === 'user.first_name' || name === 'user.full_name') return fallbacks.texter.trim();
  return '';
}

/**
 * Gives what stands on the two sides of a variable that came out empty as it is to be joined, so that no doubled space, no space at the
 * edge of a line and none before a comma is left behind: `Hi ##{{last_name}}, ...` becomes `Hi, ...`. Spaces that do
 * not touch the gap are the author's and stay.
 */
function closeGap(left: string, right: string): readonly [left: string, right: string] {
  if (/^(?:$|[\r\n,.;:!?…)])/u.test(right)) return [withoutSpacesAtEnd(left), right];
  return [left, /(?:^|[\n \t\u00a0])$/u.test(left) ? right.replace(/^[ \t\u00a0]+/u, '') : right];
}

function withoutSpacesAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\u00a0'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
