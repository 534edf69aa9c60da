import { useEffect, useRef } from 'react';
import { type AppError, appError } from '../../../shared/errors.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { useOwnWords } from '../../app/use-own-words.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useReadActionQuery } from '../../bridge/rooms/actions.ts';
import { Screen } from '../../ui/screen.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { BatchSummary } from './batch-summary.tsx';
import { isDone } from './desk.ts';
import { DeskSkeleton } from './desk-skeleton.tsx';
import { GiveBack } from './give-back.tsx';
import { NobodyToText } from './nobody-to-text.tsx';
import { StartBatch } from './start-batch.tsx';
import { TextingDesk } from './texting-desk.tsx';
import { type Editor, useEditor } from './use-editor.ts';
import { goOn, openDesk } from './work-desk.ts';

interface TextActionProps {
  readonly actionId: number;
  /** Coming here was asking for a batch. */
  readonly mayClaim: boolean;
}

/** Texting in one action, from the first contact of a batch to the last, with a way out at any time. */
export function TextAction({ actionId, mayClaim }: TextActionProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { data, error } = useReadActionQuery(actionId);
  const action = data?.action;
  const mayReword = useOwnWords();
  const editor = useEditor(actionId, mayReword ?? false);
  const isPaused = action?.state === 'paused';
  // Whoever texts is not told any more of an action that has ended.
  const isEnded = action?.state === 'ended' || (error !== undefined && appErrorOf(error).code === 'actions/not-found');
  const reason = useReason(actionId, isEnded ? ended : isPaused ? paused : null);
  const wasPaused = useRef(false);
  useEffect(() => {
    // Asked again when an admin resumes the action; nobody asked for a batch by that.
    if (!isPaused) void dispatch(wasPaused.current ? goOn(actionId, { mayClaim }) : openDesk(actionId, { mayClaim }));
    wasPaused.current = isPaused;
  }, [dispatch, actionId, mayClaim, isPaused]);
  const stop = useVerb({
    id: 'texting-stop',
    label: t('texting.stop'),
    // In the editor, Escape gives the script back, as long as there is anything to be done with it.
    keys: editor.isOpen && (reason === null || editor.isHeld) ? undefined : 'Escape',
    // Never into a conversation, where an Enter too many would be meant for the desk.
    run: () => void dispatch(wentTo({ screen: 'today' })),
  });
  return (
    <Screen
      title={action?.name ?? t('texting.title')}
      tools={
        <>
          <GiveBack actionId={actionId} />
          <VerbButton verb={stop} restingKeys="Escape" variant="subtle" />
        </>
      }
      width="desk"
    >
      {mayReword === undefined ? (
        <DeskSkeleton />
      ) : (
        <Now actionId={actionId} reason={reason} editor={editor} mayReword={mayReword} />
      )}
    </Screen>
  );
}

/** Why nobody can be texted: what is known before anybody presses, or what a press was told. */
function useReason(actionId: number, known: AppError | null): AppError | null {
  const refusal = useAppSelector(({ texting }) => {
    const desk = texting[actionId];
    return desk?.phase === 'refused' ? desk.refusal : null;
  });
  return known ?? refusal;
}

const paused = appError('actions/paused');
const ended = appError('actions/ended');

interface NowProps {
  readonly actionId: number;
  readonly reason: AppError | null;
  readonly editor: Editor;
  /** Whether whoever is here may change a text before it is sent. */
  readonly mayReword: boolean;
}

function Now({ actionId, reason, editor, mayReword }: NowProps) {
  const phase = useAppSelector(({ texting }) => {
    const desk = texting[actionId];
    if (desk === undefined) return 'opening';
    return isDone(desk) ? 'done' : desk.phase;
  });
  const desk = { actionId, editor, mayReword };
  // Who is typing goes on typing: another screen would take the letters for its keys.
  if (editor.isOpen) return <TextingDesk {...desk} stopped={reason} />;
  // That is over by itself, and then there is something to start.
  if (reason?.code === 'assignments/answer-first') return <StartBatch actionId={actionId} />;
  if (reason !== null) return <NobodyToText actionId={actionId} reason={reason} />;
  switch (phase) {
    case 'unclaimed':
      return <StartBatch actionId={actionId} />;
    case 'texting':
      return <TextingDesk {...desk} stopped={null} />;
    case 'done':
      return <BatchSummary actionId={actionId} mayReword={mayReword} />;
    default:
      return <DeskSkeleton />;
  }
}
