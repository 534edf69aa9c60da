export interface JoiningWords {
  /** Between who speaks and for whom. */
  readonly from: string;
  /** Before the name of whoever speaks, within a sentence. */
  readonly thisIs: string;
}

const english: JoiningWords = { from: 'from', thisIs: 'this is' };
const spanish: JoiningWords = { from: 'de', thisIs: 'soy' };

/** Small words that a short text of one of the two languages can hardly do without, and the other does not have. */
const spanishWords =
  /(?<!\p{L})(?:hola|soy|buen[oa]s|estimad[oa]|gracias|de|del|el|la|los|las|que|qu[eé]|para|por|con|una?|le|su|usted|puede|quiere|responda|este|esta|y|en)(?!\p{L})/giu;
const englishWords =
  /(?<!\p{L})(?:hi|hello|hey|dear|thanks|this|is|i['’]m|the|of|to|for|from|with|and|you|your|we|can|will|are|reply|on|at|it)(?!\p{L})/giu;

/** In the language of what stands before, or else of the whole text; which need not be that of the screen. */
export function joiningWords(before: string, whole: string): JoiningWords {
  return (spanishness(before) || spanishness(whole)) > 0 ? spanish : english;
}

/** How to opt out is often said in English, whatever the language of the text. */
const notTold = /\{\{[^{}]*\}\}|(?<!\p{L})reply stop[^.!\n]*/giu;

function spanishness(text: string): number {
  const words = text.replace(notTold, '');
  return (words.match(spanishWords)?.length ?? 0) - (words.match(englishWords)?.length ?? 0);
}
