import type { RefObject } from 'react';
import { longestWritten } from '../../../shared/contract/limits.ts';
import { Caution } from '../../ui/caution.tsx';
import { useWords } from '../../words/index.ts';
import type { Slip } from '../text-drafts/slips.ts';
import { SlipsInWords } from '../text-drafts/slips-in-words.tsx';
import styles from './composer-notices.module.css';

interface ComposerNoticesProps {
  /** Something was too long to be put in. */
  readonly isTooLong: boolean;
  readonly hasLostScript: boolean;
  readonly slips: readonly Slip[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** What is worth knowing of the words that stand in the composer. Always in the page, so that it is read out when it comes. */
export function ComposerNotices({ isTooLong, hasLostScript, slips, field }: ComposerNoticesProps) {
  const { t, formats } = useWords();
  return (
    <div className={styles.notices} role="status">
      {isTooLong && <Caution>{t('inbox.tooLong', { number: formats.number(longestWritten) })}</Caution>}
      {hasLostScript && <Caution>{t('inbox.scriptRemoved')}</Caution>}
      <SlipsInWords slips={slips} field={field} />
    </div>
  );
}
