import type { Advice, AdviceCode } from './advice.ts';

/** What every first text has to say, in the order in which it is said. */
export const checkSubjects = ['texter', 'campaign', 'opt-out'] as const;
export type CheckSubject = (typeof checkSubjects)[number];

const codesOf: Readonly<Record<CheckSubject, readonly AdviceCode[]>> = {
  texter: ['no-texter', 'texter-by-hand'],
  campaign: ['no-campaign'],
  'opt-out': ['no-opt-out'],
};

export interface Check {
  readonly subject: CheckSubject;
  /** `open`: it cannot be known yet, because nothing is written or a variable cannot be read. */
  readonly state: 'met' | 'open' | 'lacking';
  /** What is lacking. */
  readonly advice?: Advice;
}

/**
 * How a first text stands on each of the three. There are always three, so that a list of them keeps its height while the
 * text is written.
 */
export function checksOf(body: string, isReadable: boolean, advice: readonly Advice[]): readonly Check[] {
  return checkSubjects.map((subject) => {
    const lacking = advice.find(({ code }) => codesOf[subject].includes(code));
    if (lacking !== undefined) return { subject, state: 'lacking', advice: lacking };
    const isKnown = body.trim() !== '' && (isReadable || subject === 'opt-out');
    return { subject, state: isKnown ? 'met' : 'open' };
  });
}

/** Whether it is told as one of the three. */
export function isCheck({ code }: Advice): boolean {
  return checkSubjects.some((subject) => codesOf[subject].includes(code));
}
