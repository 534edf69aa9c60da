import { useEffect, useState } from 'react';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { useWords } from '../../words/index.ts';
import styles from './hours-line.module.css';
import { leavesFrom } from './leaves-from.ts';

/** Hours begin and end at whole minutes, without any news. */
const lookMs = 60_000;

/** From when on the text leaves, outside the texting hours of whoever gets it. */
export function LeavesLine({ zones }: { readonly zones: readonly string[] }) {
  const words = useWords();
  const { data } = useReadSettingsQuery();
  const [, look] = useState(0);
  useEffect(() => {
    const looking = setInterval(() => look((times) => times + 1), lookMs);
    return () => clearInterval(looking);
  }, []);
  const sentence = data === undefined ? '' : leavesFrom(zones, data.settings, words, Date.now());
  return sentence === '' ? null : <p className={styles.line}>{sentence}</p>;
}
