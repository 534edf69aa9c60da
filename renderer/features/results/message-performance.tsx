import { Card } from '../../ui/card.tsx';
import { Figure, Figures } from '../../ui/figure.tsx';
import { useWords } from '../../words/index.ts';
import type { Performance } from './api.ts';
import styles from './message-performance.module.css';
import { ShareBar } from './share-bar.tsx';
import { shareOf } from './shares.ts';

/** What was sent and what came back, in numbers, with the three shares by which an action is judged. */
export function MessagePerformance({ performance }: { readonly performance: Performance }) {
  const { t, formats } = useWords();
  const { initialMessages, followUps, delivered, replied, optOuts, needsAttention, waiting } = performance;
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
          label={t('results.needsAttention')}
          value={formats.number(needsAttention)}
          aside={t('results.needsAttentionAside')}
        />
        <Figure label={t('results.waiting')} value={formats.number(waiting)} aside={t('results.waitingAside')} />
      </Figures>
      <dl className={styles.shares}>
        <ShareBar
          label={t('results.deliveryShare')}
          part={delivered}
          whole={sent}
          of={t('results.ofSent', { count: sent, shown: formats.number(sent) })}
        />
        <ShareBar
          label={t('results.replyShare')}
          part={replied}
          whole={initialMessages}
          of={t('results.ofTexted', { count: initialMessages, shown: formats.number(initialMessages) })}
        />
        <ShareBar
          label={t('results.optOutShare')}
          part={optedOut}
          whole={initialMessages}
          of={t('results.ofTexted', { count: initialMessages, shown: formats.number(initialMessages) })}
        />
      </dl>
    </Card>
  );
}
