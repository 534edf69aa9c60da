import { useWords } from '../../words/index.ts';
import { type HoursAhead, hoursAheadSentence } from './hours-ahead.ts';
import styles from './hours-line.module.css';
import { useHoursAhead } from './use-hours-ahead.ts';

/** How many of an action wait for texting hours and until when; nothing when nobody does. */
export function HoursLine({ actionId }: { readonly actionId: number }) {
  const hours = useHoursAhead([actionId])?.[actionId];
  return hours === undefined ? null : <HoursSentence hours={hours} />;
}

export function HoursSentence({ hours }: { readonly hours: HoursAhead }) {
  const words = useWords();
  const sentence = hoursAheadSentence(hours, words, Date.now());
  return sentence === '' ? null : <p className={styles.line}>{sentence}</p>;
}
