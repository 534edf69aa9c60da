import { useDebouncedValue } from '@mantine/hooks';
import { useRef } from 'react';
import { longestWritten } from '../../../shared/contract/limits.ts';
import { movedProblems, type PlacedProblem } from './problem-places.ts';
import { useCheckScriptQuery } from './scripts-api.ts';

/**
 * Writing is not interrupted by what the next key may mend. It is sooner than a draft is saved, so that what is wrong
 * with a text is told beside it before the store refuses it.
 */
const pauseMs = 250;

/** Variables of the text that could not be filled, at their places in it as it stands. */
export function useScriptCheck(body: string): readonly PlacedProblem[] {
  const [asked] = useDebouncedValue(body, pauseMs);
  const isEmpty = asked.trim() === '';
  // It is refused for its length before anything else.
  const isTooLong = asked.length > longestWritten;
  const { currentData } = useCheckScriptQuery(asked, { skip: isEmpty || isTooLong });
  const last = useRef<{ body: string; problems: readonly PlacedProblem[] }>({ body: '', problems: [] });
  if (isEmpty) last.current = { body: asked, problems: [] };
  else if (currentData !== undefined) last.current = { body: asked, problems: currentData.problems };
  return movedProblems(last.current.problems, last.current.body, body);
}
