/**
 * What the carrier itself understands of "stop": a message that is one of its keywords and nothing else. Anything said
 * in more or other words passes through untouched, and only the customer can honour it.
 * Source: the default keywords of Twilio for long codes, with REVOKE and OPTOUT since 14 May 2025.
 */

const stopWords = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const startWords = new Set(['START', 'YES', 'UNSTOP']);

/** HELP and INFO are answered by the carrier outside the message log and change nothing, so they are not told apart. */
export function keywordOf(body: string): 'stop' | 'start' | null {
  const word = body.trim().toUpperCase();
  if (stopWords.has(word)) return 'stop';
  return startWords.has(word) ? 'start' : null;
}
