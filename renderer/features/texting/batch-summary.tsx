import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { Card } from '../../ui/card.tsx';
import { Figure, Figures } from '../../ui/figure.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './batch-summary.module.css';
import { mendableOf, notTextedCountOf, textedCountOf } from './desk.ts';
import { HoursLine } from './hours-line.tsx';
import { NotTextedList } from './not-texted-list.tsx';
import { QueueLine } from './queue-line.tsx';
import { mostCountedReplies, useCountWaitingRepliesQuery, useReadTextingHoursQuery } from './texting-api.ts';
import { useDesk } from './use-desk.ts';
import { claimNext } from './work-desk.ts';

/** The end of a batch: what came of it, and what is next. */
export function BatchSummary({ actionId }: { readonly actionId: number }) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const desk = useDesk(actionId);
  const size = useReadTextingHoursQuery().data?.bucketSize;
  const { data: replies = 0 } = useCountWaitingRepliesQuery();
  const mendable = mendableOf(desk).length;
  const again = useVerb({
    id: 'texting-again',
    label:
      mendable > 0
        ? t('texting.againNotTexted', { count: mendable, number: formats.number(mendable) })
        : size === undefined
          ? t('texting.again')
          : t('texting.againSize', { number: formats.number(size) }),
    keys: 'Enter',
    alsoCalled: t('texting.again'),
    // What is under way belongs to this batch until it is answered.
    isDisabled: desk.sending.length > 0,
    run: () => void dispatch(claimNext(actionId)),
  });
  const inbox = useVerb({
    id: 'texting-inbox',
    label: t('texting.goToInbox'),
    keys: 'i',
    run: () => void dispatch(wentTo({ screen: 'inbox' })),
  });
  const waitingReplies = replies < mostCountedReplies ? formats.number(replies) : `${mostCountedReplies}+`;
  return (
    <div className={styles.summary}>
      <Card
        title={t('texting.doneTitle')}
        lead={t(notTextedCountOf(desk) === 0 ? 'texting.doneLead' : 'texting.doneLeadNotTexted')}
      >
        <Figures>
          <Figure label={t('texting.doneSent')} value={formats.number(textedCountOf(desk) + desk.sending.length)} />
          <Figure label={t('texting.doneNotTexted')} value={formats.number(notTextedCountOf(desk))} />
          <Figure label={t('texting.doneReplies')} value={waitingReplies} />
        </Figures>
        <div className={styles.next}>
          <VerbButton verb={again} size="md" />
          <VerbButton verb={inbox} size="md" variant="default" />
        </div>
      </Card>
      <HoursLine actionId={actionId} />
      <QueueLine stall={desk.stall} unsavedCount={desk.sending.length} />
      <NotTextedList actionId={actionId} notTexted={desk.notTexted} />
    </div>
  );
}
