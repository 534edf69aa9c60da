import type { Output } from '../../../shared/contract/index.ts';

export type PlacedProblem = Output<'scripts/check'>['problems'][number];

/**
 * Problems found in the text `from`, at their places in the text `to` that it was changed into since: what stands
 * before and after the change moves along, and what the change touches is not told until it is checked again.
 */
export function movedProblems(problems: readonly PlacedProblem[], from: string, to: string): readonly PlacedProblem[] {
  if (from === to) return problems;
  const shorter = Math.min(from.length, to.length);
  let same = 0;
  while (same < shorter && from[same] === to[same]) same++;
  let sameAtEnd = 0;
  while (sameAtEnd < shorter - same && from.at(-1 - sameAtEnd) === to.at(-1 - sameAtEnd)) sameAtEnd++;
  const changeEnd = from.length - sameAtEnd;
  const shift = to.length - from.length;
  return problems.flatMap((problem) => {
    if (problem.end < same || (problem.end === same && shift === 0)) return [problem];
    if (problem.start > changeEnd) return [{ ...problem, start: problem.start + shift, end: problem.end + shift }];
    return [];
  });
}
