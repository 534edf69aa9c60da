import { fullName } from '../../../shared/domain/full-name.ts';
import { useWords } from '../../words/index.ts';
import { whenOf } from '../texting/hours-ahead.ts';
import type { WaitingText } from './waiting.ts';
import styles from './waiting-texts.module.css';

interface WaitingTextRowProps {
  readonly text: WaitingText;
  /** Who decided it is worth a word where others have, too. */
  readonly seesAll: boolean;
}

/** One text that waits: to whom, what it is, who decided it and when, why it waits and until when. */
export function WaitingTextRow({ text, seesAll }: WaitingTextRowProps) {
  const words = useWords();
  const { t, formats } = words;
  const { kind, actionName, decidedBy, decidedAt, waitsFor, notBeforeAt } = text;
  const now = Date.now();
  const what = [
    t(`status.list.kind.${kind}`),
    actionName,
    seesAll && t('status.list.by', { name: fullName(decidedBy) }),
  ].filter((part) => part !== false);
  const why = [
    t(`status.list.reason.${waitsFor}`),
    notBeforeAt !== null && notBeforeAt > now && t('status.list.notBefore', { when: whenOf(notBeforeAt, words, now) }),
  ].filter((part) => part !== false);
  return (
    <>
      <span className={styles.name}>{fullName(text) || t('status.list.noName')}</span>
      <span className={styles.at}>{formats.when(decidedAt)}</span>
      <span className={styles.what} title={what.join(' · ')}>
        {what.join(' · ')}
      </span>
      <span className={styles.why} title={why.join(', ')}>
        {why.join(', ')}
      </span>
    </>
  );
}
