import { useEffect, useState } from 'react';
import { restartSeen } from '../../app/engine-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords, type Words } from '../../words/index.ts';
import styles from './engine-line.module.css';
import { type EngineNews, engineNews } from './engine-news.ts';

interface EngineLineProps {
  /** Puts the focus where the work is, because the button that had it goes with the line. */
  readonly onSeen: () => void;
}

/**
 * One calm line about the engine, while there is something to tell. It stands at the foot of the window, where it comes
 * and goes without moving what a person is about to press.
 */
export function EngineLine({ onSeen }: EngineLineProps) {
  const words = useWords();
  const told = engineNews(useAppSelector((state) => state.engine));
  return (
    <div className={`${styles.line} ${told ? styles[told.news] : styles.silent}`}>
      {/* Always in the page, since a screen reader announces what changes within a status, not a status that appears. */}
      <p className={styles.text} role="status">
        {told && sentenceFor(told, words)}
      </p>
      {told?.news === 'keeps-stopping' && <Countdown key={told.retryAt} endsAt={told.retryAt} />}
      {told?.news === 'restarted' && <SeeOff onSeen={onSeen} />}
    </div>
  );
}

function SeeOff({ onSeen }: EngineLineProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const seeOff = useVerb({
    id: 'status-dismiss',
    label: t('status.dismiss'),
    alsoCalled: t('status.restarted'),
    keys: 'mod+g',
    isOfFrame: true,
    run: () => {
      dispatch(restartSeen());
      onSeen();
    },
  });
  return <VerbButton verb={seeOff} variant="subtle" size="compact-sm" />;
}

function sentenceFor(told: EngineNews, { t, tell }: Words): string {
  switch (told.news) {
    case 'restarting':
      return t('status.restarting');
    case 'keeps-stopping':
      return t('status.keepsStopping');
    case 'not-writable':
      return tell(told.error);
    case 'restarted':
      return t('status.restarted');
  }
}

/** For the eye alone: read aloud, it would interrupt every second. */
function Countdown({ endsAt }: { readonly endsAt: number }) {
  const { t } = useWords();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <span className={styles.countdown} aria-hidden="true">
      {t('status.nextTry', { seconds: Math.max(1, Math.ceil((endsAt - now) / 1_000)) })}
    </span>
  );
}
