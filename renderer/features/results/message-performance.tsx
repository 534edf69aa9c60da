import { Card } from '../../ui/card.tsx';
import { Figure, Figures } from '../../ui/figure.tsx';
import { useWords } from '../../words/index.ts';
import type { Performance } from './api.ts';
import styles from './message-performance.module.css';
import { ShareBar } from './share-bar.tsx';
import { shareOf } from './shares.ts';

interface MessagePerformanceProps {
  readonly performance: Performance;
  /** The action has ended: what is told of it is past. */
  readonly isOver: boolean;
}

/** What was sent and what came back, in numbers, with the three shares by which an action is judged. */
export function MessagePerformance({ performance, isOver }: MessagePerformanceProps) {
  const { t, formats } = useWords();
  const { initialMessages, followUps, delivered, replied, optOuts, needsAttention, waiting, withdrawn } = performance;
  const waitingInitial = performance.progress.waiting;
  const none = t(isOver ? 'results.nothingWasSent' : 'results.nothingSent');
  const optedOut = optOuts.inWords + optOuts.byHand;
  const sent = initialMessages + followUps;
  const ofContacts = shareOf(initialMessages, performance.contacts);
  return (
    <Card title={t('results.performance')}>
      <Figures>
        <Figure
          label={t('results.initialMessages')}
          value={formats.number(initialMessages)}
          aside={ofContacts === null ? undefined : t('results.ofContacts', { share: formats.percent(ofContacts) })}
        />
        <Figure label={t('results.replied')} value={formats.number(replied)} aside={t('results.repliedAside')} />
        <Figure label={t('results.followUps')} value={formats.number(followUps)} aside={t('results.followUpsAside')} />
        <Figure
          label={t('results.optOuts')}
          value={formats.number(optedOut)}
          aside={t('results.optOutsAside', {
            inWords: formats.number(optOuts.inWords),
            byHand: formats.number(optOuts.byHand),
          })}
        />
        <Figure
          label={t(isOver ? 'results.unanswered' : 'results.needsAttention')}
          value={formats.number(needsAttention)}
          aside={t(isOver ? 'results.unansweredAside' : 'results.needsAttentionAside')}
        />
        {(waiting > 0 || !isOver) && (
          <Figure
            label={t('results.waiting')}
            value={formats.number(waiting)}
            aside={
              waiting === waitingInitial
                ? t('results.waitingAside')
                : t('results.waitingOfBoth', {
                    initial: formats.number(waitingInitial),
                    followUps: formats.number(waiting - waitingInitial),
                  })
            }
          />
        )}
        {withdrawn > 0 && (
          <Figure
            label={t('results.withdrawn')}
            value={formats.number(withdrawn)}
            aside={t('results.withdrawnAside')}
          />
        )}
      </Figures>
      <dl className={styles.shares}>
        <ShareBar
          label={t('results.deliveryShare')}
          part={delivered}
          whole={sent}
          of={t('results.ofSent', { count: sent, shown: formats.number(sent) })}
          none={none}
        />
        <ShareBar
          label={t('results.replyShare')}
          part={replied}
          whole={initialMessages}
          of={t('results.ofTexted', { count: initialMessages, shown: formats.number(initialMessages) })}
          none={none}
        />
        <ShareBar
          label={t('results.optOutShare')}
          part={optedOut}
          whole={initialMessages}
          of={t('results.ofTexted', { count: initialMessages, shown: formats.number(initialMessages) })}
          none={none}
        />
      </dl>
    </Card>
  );
}
