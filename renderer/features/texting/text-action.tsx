import { useEffect } from 'react';
import { type AppError, appError } from '../../../shared/errors.ts';
import { wentBack, wentTo } from '../../app/place-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { Screen } from '../../ui/screen.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { BatchSummary } from './batch-summary.tsx';
import { currentOf, isDone } from './desk.ts';
import { DeskSkeleton } from './desk-skeleton.tsx';
import { NobodyToText } from './nobody-to-text.tsx';
import { StartBatch } from './start-batch.tsx';
import { useReadTextedActionQuery } from './texting-api.ts';
import { TextingDesk } from './texting-desk.tsx';
import { openDesk } from './work-desk.ts';

interface TextActionProps {
  readonly actionId: number;
  /** Coming here was asking for a batch. */
  readonly mayClaim: boolean;
}

/** Texting in one action, from the first contact of a batch to the last, with a way out at any time. */
export function TextAction({ actionId, mayClaim }: TextActionProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { data: action } = useReadTextedActionQuery(actionId);
  const isFirst = useAppSelector(({ place }) => place.before.length === 0);
  const isDrafting = useAppSelector(({ texting }) => {
    const desk = texting[actionId];
    const current = desk === undefined ? undefined : currentOf(desk);
    return current !== undefined && desk?.drafts[current.assignmentId] !== undefined;
  });
  const isPaused = action?.state === 'paused';
  useEffect(() => {
    // Asked again when an admin resumes the action; nobody asked for a batch by that.
    if (!isPaused) void dispatch(openDesk(actionId, { mayClaim }));
  }, [dispatch, actionId, mayClaim, isPaused]);
  const stop = useVerb({
    id: 'texting-stop',
    label: t('texting.stop'),
    // In the editor, Escape gives the script back. While nobody can text, the editor is not shown.
    keys: isDrafting && !isPaused ? undefined : 'Escape',
    run: () => void dispatch(isFirst ? wentTo({ screen: 'today' }) : wentBack()),
  });
  return (
    <Screen title={action?.name ?? t('texting.title')} tools={<VerbButton verb={stop} variant="subtle" />} width="desk">
      <Now actionId={actionId} stopped={isPaused ? appError('actions/paused') : null} />
    </Screen>
  );
}

interface NowProps {
  readonly actionId: number;
  /** What is known to stop everybody, before anybody presses. */
  readonly stopped: AppError | null;
}

function Now({ actionId, stopped }: NowProps) {
  const phase = useAppSelector(({ texting }) => {
    const desk = texting[actionId];
    if (desk === undefined) return 'opening';
    return isDone(desk) ? 'done' : desk.phase;
  });
  const refusal = useAppSelector(({ texting }) => texting[actionId]?.refusal ?? null);
  const reason = stopped ?? (phase === 'refused' ? refusal : null);
  if (reason !== null) return <NobodyToText actionId={actionId} reason={reason} />;
  switch (phase) {
    case 'unclaimed':
      return <StartBatch actionId={actionId} />;
    case 'texting':
      return <TextingDesk actionId={actionId} />;
    case 'done':
      return <BatchSummary actionId={actionId} />;
    default:
      return <DeskSkeleton />;
  }
}
