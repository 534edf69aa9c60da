import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useCountNeedingAnswerQuery } from '../../bridge/rooms/needing-answer.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { Card } from '../../ui/card.tsx';
import { Figure, Figures } from '../../ui/figure.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './batch-summary.module.css';
import { mendableOf } from './desk.ts';
import { figuresOf } from './desk-figures.ts';
import { DeskFoot } from './desk-foot.tsx';
import { HoursLine } from './hours-line.tsx';
import { NotTextedList } from './not-texted-list.tsx';
import { useAnswerFirst, useAnswerFirstSentence } from './use-answer-first.ts';
import { useDesk } from './use-desk.ts';
import { useIsNobodyLeft } from './use-is-nobody-left.ts';
import { claimNext } from './work-desk.ts';

interface BatchSummaryProps {
  readonly actionId: number;
  /** Whether whoever is here may change a text before it is sent. */
  readonly mayReword: boolean;
}

/** The end of a batch: what came of it, and what is next. */
export function BatchSummary({ actionId, mayReword }: BatchSummaryProps) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const desk = useDesk(actionId);
  const size = useReadSettingsQuery().data?.settings.bucketSize;
  const { data: needing } = useCountNeedingAnswerQuery();
  const { texted, underWay, notTexted, leftOut } = figuresOf(desk);
  const mendable = mendableOf(desk).length;
  const toAnswer = useAnswerFirst() ?? null;
  const answerFirst = useAnswerFirstSentence();
  // Whoever was not texted is on the desk still, and what is on it may always be finished.
  const mustAnswer = toAnswer !== null && mendable === 0;
  const isNobodyLeft = useIsNobodyLeft(actionId) && mendable === 0;
  const isInboxNext = mustAnswer || isNobodyLeft;
  const again = useVerb({
    id: 'texting-again',
    label:
      mendable > 0
        ? t('texting.againNotTexted', { count: mendable, number: formats.number(mendable) })
        : size === undefined
          ? t('texting.again')
          : t('texting.againSize', { number: formats.number(size) }),
    keys: isInboxNext ? undefined : 'Enter',
    alsoCalled: t('texting.again'),
    // What is under way belongs to this batch until it is answered.
    isDisabled: desk.sending.length > 0 || isInboxNext,
    run: () => void dispatch(claimNext(actionId)),
  });
  const inbox = useVerb({
    id: 'texting-inbox',
    label: t('texting.goToInbox'),
    keys: isInboxNext ? 'Enter' : 'i',
    run: () => void dispatch(wentTo({ screen: 'inbox' })),
  });
  const replies = `${formats.number(needing?.count ?? 0)}${needing?.hasMore ? '+' : ''}`;
  return (
    <div className={styles.summary}>
      <Card
        title={t('texting.doneTitle')}
        lead={t(notTexted + leftOut === 0 ? 'texting.doneLead' : 'texting.doneLeadNotTexted')}
      >
        <Figures>
          <Figure label={t('texting.doneTexted')} value={formats.number(texted + underWay)} />
          <Figure label={t('texting.doneNotTexted')} value={formats.number(notTexted + leftOut)} />
          <Figure label={t('texting.doneReplies')} value={replies} />
        </Figures>
        <div className={styles.next}>
          {!isNobodyLeft && <VerbButton verb={again} size="md" variant={mustAnswer ? 'default' : 'filled'} />}
          <VerbButton verb={inbox} size="md" variant={isInboxNext ? 'filled' : 'default'} />
        </div>
        {/* Under the buttons, so that they stay where they are. Always in the page, so that it is read out when it comes. */}
        <p className={styles.answerFirst} role="status">
          {isNobodyLeft ? t('texting.stopped.noneLeft') : mustAnswer && answerFirst(toAnswer)}
        </p>
      </Card>
      <HoursLine actionId={actionId} />
      <DeskFoot actionId={actionId} />
      <NotTextedList actionId={actionId} notTexted={desk.notTexted} mayReword={mayReword} />
    </div>
  );
}
