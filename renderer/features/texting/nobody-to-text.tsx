import { opensAt, type TextingWindow } from '../../../shared/domain/texting-hours.ts';
import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { Empty } from '../../ui/empty.tsx';
import type { Verb } from '../../verbs/registry.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords, type Words } from '../../words/index.ts';
import { useReadTextingHoursQuery } from './texting-api.ts';
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
  const { t, tell } = words;
  const dispatch = useAppDispatch();
  const isOver = over.has(reason.code);
  const { data: hours } = useReadTextingHoursQuery(undefined, { skip: reason.code !== 'assignments/outside-hours' });
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
    run: () => void dispatch(openDesk(actionId, { mayClaim: true })),
  });
  const sentences = [tell(reason), hours === undefined ? '' : hoursSentence(hours, words)];
  const inOrder = isOver ? [inbox, tryAgain] : [tryAgain, inbox];
  return (
    <div role="status">
      <Empty title={t(titleOf(reason))} text={sentences.join(' ').trim()}>
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

/** When to come back: by the clock of the campaign, since where each of the rest lives is not known here. */
function hoursSentence(hours: TextingWindow & { readonly timeZone: string }, { t, formats }: Words): string {
  const window = t('texting.hours', {
    start: formats.timeOfDay(hours.startMinute),
    end: formats.timeOfDay(hours.endMinute),
  });
  const now = Date.now();
  const at = opensAt(hours, [hours.timeZone], now);
  return at === null || at <= now ? window : `${window} ${t('texting.comeBack', { when: formats.dateTime(at) })}`;
}
