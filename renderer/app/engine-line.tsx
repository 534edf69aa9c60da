import { useEffect, useState } from 'react';
import { useDispatch } from 'react-redux';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { Button } from '../ui/button.tsx';
import styles from './engine-line.module.css';
import { type EngineNews, engineNews } from './engine-news.ts';
import { restartSeen } from './engine-slice.ts';
import { useAppSelector } from './store.ts';
import { language, words } from './words.ts';

interface EngineLineProps {
  /** Puts the focus where the work is, because the button that had it goes with the line. */
  readonly onSeen: () => void;
}

/**
 * One calm line about the engine, while there is something to tell. It stands at the foot of the window, where it comes
 * and goes without moving what a person is about to press.
 */
export function EngineLine({ onSeen }: EngineLineProps) {
  const dispatch = useDispatch();
  const told = engineNews(useAppSelector((state) => state.engine));
  return (
    <div className={`${styles.line} ${told ? styles[told.news] : styles.silent}`}>
      {/* Always in the page, since a screen reader announces what changes within a status, not a status that appears. */}
      <p className={styles.text} role="status">
        {told && sentenceFor(told)}
      </p>
      {told?.news === 'keeps-stopping' && <Countdown key={told.retryAt} endsAt={told.retryAt} />}
      {told?.news === 'restarted' && (
        <Button
          look="plain"
          onClick={() => {
            dispatch(restartSeen());
            onSeen();
          }}
        >
          {words.engine.dismiss}
        </Button>
      )}
    </div>
  );
}

function sentenceFor(told: EngineNews): string {
  switch (told.news) {
    case 'restarting':
      return words.engine.restarting;
    case 'keeps-stopping':
      return words.engine.keepsStopping;
    case 'not-writable':
      return sentenceOf(told.error, language);
    case 'restarted':
      return words.engine.restarted;
  }
}

/** For the eye alone: read aloud, it would interrupt every second. */
function Countdown({ endsAt }: { readonly endsAt: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <span className={styles.countdown} aria-hidden="true">
      {words.engine.nextTry(Math.max(1, Math.ceil((endsAt - now) / 1_000)))}
    </span>
  );
}
