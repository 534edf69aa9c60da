import type { TextingWindow } from '../../../shared/domain/texting-hours.ts';
import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useReadActionProgressQuery } from '../../bridge/rooms/assignments.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { Empty } from '../../ui/empty.tsx';
import type { Verb } from '../../verbs/registry.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { clockOf } from '../../words/clock.ts';
import { useWords, type Words } from '../../words/index.ts';
import { hoursAheadSentence } from './hours-ahead.ts';
import { useHoursAhead } from './use-hours-ahead.ts';
import { openDesk } from './work-desk.ts';

/** Over for good, as far as this action goes: what is left to do is answering. */
const over: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['assignments/none-left', 'actions/ended']);

interface NobodyToTextProps {
  readonly actionId: number;
  readonly reason: AppError;
}

/** Why nobody can be texted now, calmly, and what a person can do instead. */
export function NobodyToText({ actionId, reason }: NobodyToTextProps) {
  const words = useWords();
  const { t, tell, formats } = words;
  const dispatch = useAppDispatch();
  const isOver = over.has(reason.code);
  const isEarly = reason.code === 'assignments/outside-hours';
  const isEverybodyClaimed = reason.code === 'assignments/none-left';
  const { data: progress } = useReadActionProgressQuery(actionId, {
    skip: !isEverybodyClaimed,
    refetchOnMountOrArgChange: true,
  });
  const { data: settingsData } = useReadSettingsQuery(undefined, { skip: !isEarly });
  // Nobody asked for a batch by waiting.
  const hours = useHoursAhead(isEarly ? [actionId] : [], () => void dispatch(openDesk(actionId, { mayClaim: false })));
  const inbox: Verb = useVerb({
    id: 'texting-inbox',
    label: t('texting.goToInbox'),
    keys: isOver ? 'Enter' : 'i',
    run: () => void dispatch(wentTo({ screen: 'inbox' })),
  });
  const tryAgain: Verb = useVerb({
    id: 'texting-try-again',
    label: t('app.tryAgain'),
    keys: isOver ? 'r' : 'Enter',
    isDisabled: reason.code === 'actions/ended',
    run: () => void dispatch(openDesk(actionId, { mayClaim: true })),
  });
  const ahead = hours?.[actionId];
  const onDesks = progress?.claimed ?? 0;
  const sentences = [
    (ahead && hoursAheadSentence(ahead, words, Date.now())) || tell(reason),
    onDesks === 0 ? '' : t('texting.onDesks', { count: onDesks, number: formats.number(onDesks) }),
    settingsData === undefined ? '' : windowSentence(settingsData.settings, words),
  ];
  // Nobody begins again what has ended; of what is all on desks, somebody may give back the rest.
  const inOrder = reason.code === 'actions/ended' ? [inbox] : isOver ? [inbox, tryAgain] : [tryAgain, inbox];
  return (
    <div role="status">
      <Empty title={t(titleOf(reason))} text={sentences.filter((sentence) => sentence !== '').join(' ')}>
        {inOrder.map((verb, index) => (
          <VerbButton key={verb.id} verb={verb} variant={index === 0 ? 'filled' : 'default'} />
        ))}
      </Empty>
    </div>
  );
}

function titleOf({ code }: AppError) {
  switch (code) {
    case 'assignments/none-left':
      return 'texting.stopped.noneLeft';
    case 'assignments/outside-hours':
      return 'texting.stopped.outsideHours';
    case 'actions/paused':
      return 'texting.stopped.paused';
    case 'actions/ended':
      return 'texting.stopped.ended';
    default:
      return 'texting.stopped.other';
  }
}

function windowSentence({ startMinute, endMinute }: TextingWindow, words: Words): string {
  return words.t('texting.hours', { start: clockOf(startMinute, words), end: clockOf(endMinute, words) });
}
