/**
 * Reads whether a contact asks to hear no more (D9). Takes a message as it came in, gives `opt-out` when it says so in a
 * keyword or in clear words, `maybe` when a person should decide, and null otherwise. It never takes anything back:
 * START and UNSTOP mean nothing here. Case, accents, punctuation, emoji and spaces do not matter. The wordings are data,
 * in `opt-out-phrases.ts`.
 */
import {
  commands,
  courtesies,
  hints,
  keywords,
  negations,
  requests,
  spanishRequests,
  tellers,
  wordSets,
} from './opt-out-phrases.ts';

export type OptOutReading = 'opt-out' | 'maybe' | null;

/** Never throws, whatever the text, and takes time in proportion to its length. */
export function readOptOut(text: string): OptOutReading {
  if (quotesUs.test(text.replace(/\p{Cf}/gu, ''))) return null;
  const words = withoutCourtesies(wordsOf(text));
  if (words.length === 0) return stopSigns.test(text) ? 'maybe' : null;
  const message = ` ${words.join(' ')} `;
  if (clear.some((wording) => wording.test(message))) return 'opt-out';
  return unclear.some((wording) => wording.test(message)) ? 'maybe' : null;
}

/**
 * Phones send a tapback on our text as a text of its own, which quotes ours, and ours says how to opt out: whoever
 * likes it has not asked for anything.
 */
const tapbacks = [
  'liked|loved|disliked|laughed at|emphasized|questioned',
  '(?:removed|reacted)[^"“«]{1,40}',
  'le (?:gust|encant|disgust|dio|hizo)[^"“«]{0,40}',
  '\\p{Extended_Pictographic}\\p{M}* (?:to|a)',
];
const quotesUs = new RegExp(`^[^\\p{L}]{0,8}?(?:${tapbacks.join('|')})\\s{0,4}["“«]`, 'iu');

const stopSigns = /[🛑⛔🚫]/u;

/** Lower case without accents and apostrophes; whatever else is no letter and no digit parts words. */
function wordsOf(text: string): string[] {
  const folded = text
    .replace(/['’‘‛ʼ`´′]/gu, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (folded === '') return [];
  const words = folded.split(' ');
  // "S T O P" and "S.T.O.P." are one word, spelled.
  if (words.length > 2 && words.every((word) => word.length === 1)) return [words.join('')];
  return words.filter((word, index) => word !== words[index - 1]);
}

/** "No thanks, stop" and "stop please" are "stop". */
function withoutCourtesies(words: readonly string[]): string[] {
  let start = 0;
  let end = words.length;
  for (let before = -1; before !== start; ) {
    before = start;
    if (isCourtesy(words[start])) start += 1;
    else if (words[start] === 'no' && isThanks(words[start + 1])) start += 2;
    else if (words[start] === 'thank' && words[start + 1] === 'you') start += 2;
  }
  for (let before = -1; before !== end && end > start; ) {
    before = end;
    if (isCourtesy(words[end - 1])) end -= 1;
    else if (words[end - 1] === 'you' && words[end - 2] === 'thank') end -= 2;
  }
  return words.slice(start, Math.max(start, end));
}

function isCourtesy(word: string | undefined): boolean {
  return word !== undefined && courtesies.has(word);
}

function isThanks(word: string | undefined): boolean {
  return word === 'thanks' || word === 'thank' || word === 'gracias' || word === 'thx';
}

/**
 * An expression for each line: the engine that compiles them takes far longer over all lines in one. In a message every
 * word, the last one too, is followed by one space.
 */
function expressionsOf(lines: readonly string[], notAfter: string): RegExp[] {
  return lines.map((line) => new RegExp(`(?<! (?:${notAfter}))${sourceOf(line)}`));
}

/** See `opt-out-phrases.ts` for the notation. */
function sourceOf(line: string): string {
  const source = line
    .replace(/(?<=[ (|{])\*/g, '[^ ]+')
    .replace(/!\(([^()]*)\)$|!(<\w+>)$/, (_, group = '', set = '') => `(?!(?:${group}${set}) )`)
    .replace(/\{([^{}]*)\} /g, (_, words: string) => `(?:(?:${words}) )?`)
    .replace(/\(([^()$]*)\|\$\)$/, (_, words: string) => `(?:(?:${words}) |$)`)
    .replace(/<(\w+)>/g, (_, name: string) => `(?:${setOf(name)})`)
    .replace(/\((?!\?)/g, '(?:');
  const start = line.startsWith('^') ? '' : ' ';
  const isComplete = /\$\)?$|!\S+$|!\([^()]*\)$/.test(line);
  return `${start}${source}${isComplete ? '' : ' '}`;
}

function setOf(name: string): string {
  const words = wordSets[name];
  if (words === undefined) throw new Error(`no set of words is named ${name}`);
  return words;
}

const clear = [
  ...keywords.flatMap((line) => expressionsOf([`^ (${line}) $`], negations)),
  ...expressionsOf(requests, negations),
  ...expressionsOf(commands, `${negations}|${tellers}`),
  ...expressionsOf(spanishRequests, 'no'),
];
const unclear = expressionsOf(hints, negations);
