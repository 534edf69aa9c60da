import { Skeleton } from '@mantine/core';
import { appErrorOf } from '../../bridge/base-query.ts';
import type { ListedAction } from '../../bridge/rooms/actions.ts';
import { Late } from '../../ui/late.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { Exports } from './exports.tsx';
import { MessagePerformance } from './message-performance.tsx';
import { StoppedTexts } from './stopped-texts.tsx';
import { TextingProgress } from './texting-progress.tsx';
import { usePerformance } from './use-performance.ts';

/** The results of one action. They follow the news; only the figures change, in their places. */
export function ActionResults({ action }: { readonly action: ListedAction }) {
  const { tell } = useWords();
  const { data: performance, error } = usePerformance(action.actionId);
  const isOver = action.state === 'ended';
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
      <TextingProgress performance={performance} isOver={isOver} />
      <MessagePerformance performance={performance} isOver={isOver} />
      <Exports action={action} />
      <StoppedTexts performance={performance} isOver={isOver} />
    </>
  );
}
