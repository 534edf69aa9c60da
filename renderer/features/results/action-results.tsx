import { Skeleton } from '@mantine/core';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Late } from '../../ui/late.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { type ResultsAction, useReadPerformanceQuery, useReadResultsProgressQuery } from './api.ts';
import { Exports } from './exports.tsx';
import { MessagePerformance } from './message-performance.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { StoppedTexts } from './stopped-texts.tsx';

/** The results of one action. They are read again with every piece of news; only the figures change, in their places. */
export function ActionResults({ action }: { readonly action: ResultsAction }) {
  const { tell } = useWords();
  const { data: performance, error } = useReadPerformanceQuery(action.actionId);
  const { data: progress } = useReadResultsProgressQuery(action.actionId);
  if (performance === undefined) {
    if (error !== undefined) return <Problem>{tell(appErrorOf(error))}</Problem>;
    return (
      <Late>
        <Skeleton height={120} />
        <Skeleton height={220} />
      </Late>
    );
  }
  return (
    <>
      {progress !== undefined && <ProgressBar progress={progress} />}
      <MessagePerformance performance={performance} />
      <Exports action={action} />
      <StoppedTexts performance={performance} />
    </>
  );
}
