import { useEffect, useState } from 'react';
import { refresh } from '../bridge/refresh.ts';
import { useVerbs } from '../verbs/verbs.tsx';
import { alsoCalled } from '../words/also-called.ts';
import { useWords } from '../words/index.ts';
import styles from './refresh.module.css';
import { useAppDispatch } from './store.ts';

const toldForMs = 2_500;

/**
 * What is shown is always as it is; whoever presses the key that reads anew in other programs is told so, once it was
 * read. An engine that cannot answer is told of by its own line.
 */
export function Refresh() {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const [isTold, setIsTold] = useState(false);
  const run = (): void => {
    setIsTold(false);
    void refresh(dispatch).then(setIsTold);
  };
  const verb = { label: t('app.refresh'), isOfFrame: true, run };
  useVerbs([
    { ...verb, id: 'refresh', keys: 'mod+r', alsoCalled: alsoCalled('refresh') },
    { ...verb, id: 'refresh-f5', keys: 'F5', isHidden: true },
  ]);
  useEffect(() => {
    if (!isTold) return;
    const timer = setTimeout(() => setIsTold(false), toldForMs);
    return () => clearTimeout(timer);
  }, [isTold]);
  return (
    <span className={styles.told} role="status">
      {isTold && t('app.upToDate')}
    </span>
  );
}
