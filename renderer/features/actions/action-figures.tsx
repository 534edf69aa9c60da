import { Skeleton } from '@mantine/core';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Late } from '../../ui/late.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { TextingProgress } from '../results/texting-progress.tsx';
import { usePerformance } from '../results/use-performance.ts';
import { HoursLine } from '../texting/hours-line.tsx';
import type { ActionState } from './action-state.ts';
import { TakeBack } from './take-back.tsx';

interface ActionFiguresProps {
  readonly actionId: number;
  readonly state: ActionState;
}

/** How far an action is, in the figures of its results. */
export function ActionFigures({ actionId, state }: ActionFiguresProps) {
  const { tell } = useWords();
  const { data: performance, error } = usePerformance(actionId);
  if (performance === undefined) {
    if (error !== undefined) return <Problem>{tell(appErrorOf(error))}</Problem>;
    return (
      <Late>
        <Skeleton height={120} />
      </Late>
    );
  }
  const { claimed } = performance.progress;
  const isOver = state === 'ended';
  return (
    <TextingProgress performance={performance} isOver={isOver}>
      {state === 'published' && <HoursLine actionId={actionId} />}
      {claimed > 0 && !isOver && <TakeBack actionId={actionId} count={claimed} />}
    </TextingProgress>
  );
}
