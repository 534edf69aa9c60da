/** What a texter does about a reply, in the order in which the rules are asked. */
export type AnswerKind = 'script' | 'sorry' | 'thanks' | 'decline' | 'nothing';

const rules: readonly (readonly [AnswerKind, RegExp])[] = [
  ['sorry', /wrong (number|person)|no one here|equivocad|se equivoc/i],
  ['script', /\?/],
  ['thanks', /^(yes|yep|sure|absolutely|sí|claro)/i],
  ['decline', /^(no|no thanks|no, gracias|no puedo ese día|sorry, i work that day|can't make it this time)$/i],
];

/** Only for contacts who have not opted out: those get nothing, whatever they wrote. */
export function answerTo(reply: string): AnswerKind {
  return rules.find(([, words]) => words.test(reply.trim()))?.[0] ?? 'nothing';
}
