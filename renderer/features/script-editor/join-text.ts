/**
 * What is put at the cursor may stand against words: it gets the spaces that keep it apart from them.
 * Punctuation that belongs to the word before may follow at once, and brackets and quotation marks may open before it.
 */
export function apart(text: string, before: string, after: string): string {
  const opensHere = before === '' || /[\s([{"'“‘«¿¡/-]$/u.test(before);
  const closesHere = after === '' || /^[\s)\]}"'”’».,;:!?…/-]/u.test(after);
  return `${opensHere ? '' : ' '}${text}${closesHere ? '' : ' '}`;
}

/** A sentence to be put behind the body, which ends its own sentence first. */
export function nextSentence(sentence: string, body: string): string {
  const written = body.trimEnd();
  const isEnded = written === '' || /[.!?…:;)\]"”»\p{Extended_Pictographic}]$/u.test(written);
  const isApart = body === '' || /\s$/u.test(body);
  if (isEnded) return `${isApart ? '' : ' '}${sentence}`;
  // A full stop after a space, or on a line of its own, would look lost.
  return isApart ? sentence : `. ${sentence}`;
}
