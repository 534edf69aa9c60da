import { useEffect, useState } from 'react';
import { useDispatch } from 'react-redux';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { Button } from '../ui/button.tsx';
import styles from './engine-line.module.css';
import { restartSeen } from './engine-slice.ts';
import { useAppSelector } from './store.ts';
import { language, words } from './words.ts';

/** Fewer losses in a row than this are not worth a worry: the next engine is there within a second. */
const worryingLosses = 3;

/** One calm line about the engine, while there is something to tell. */
export function EngineLine() {
  const { now, lossesSeen, notWritable } = useAppSelector((state) => state.engine);
  const wasRestarted = now.state === 'ready' && lossesSeen !== null && now.losses > lossesSeen;
  return (
    <div className={styles.place} role="status">
      {now.state !== 'ready' && now.state !== 'failed' && lossesSeen !== null && <Restarting />}
      {wasRestarted && <Restarted />}
      {notWritable && <p className={styles.line}>{sentenceOf(notWritable, language)}</p>}
    </div>
  );
}

function Restarting() {
  const now = useAppSelector((state) => state.engine.now);
  const isWorrying = now.state === 'waiting' && now.lossesInARow >= worryingLosses;
  return (
    <p className={styles.line}>{isWorrying ? <KeepsStopping retryAt={now.retryAt} /> : words.engine.restarting}</p>
  );
}

function KeepsStopping({ retryAt }: { retryAt: number }) {
  const secondsLeft = () => Math.max(1, Math.ceil((retryAt - Date.now()) / 1_000));
  const [seconds, setSeconds] = useState(secondsLeft);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds(secondsLeft()), 1_000);
    return () => clearInterval(ticking);
  });
  return words.engine.keepsStopping(seconds);
}

function Restarted() {
  const dispatch = useDispatch();
  return (
    <p className={styles.line}>
      {words.engine.restarted}
      <Button look="plain" onClick={() => dispatch(restartSeen())}>
        {words.engine.dismiss}
      </Button>
    </p>
  );
}
