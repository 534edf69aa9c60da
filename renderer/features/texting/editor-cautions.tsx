import { type RefObject, useEffect, useRef } from 'react';
import { longestWritten } from '../../../shared/contract/limits.ts';
import { Caution } from '../../ui/caution.tsx';
import { useWords } from '../../words/index.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import { SlipsInWords } from '../text-drafts/slips-in-words.tsx';
import styles from './editor-cautions.module.css';
import type { Cautions } from './use-cautions.ts';

interface EditorCautionsProps {
  /** Something was too long to be put in. */
  readonly isTooLong: boolean;
  readonly cautions: Cautions;
  /** Somebody has pressed to send it even so, and is asked once. */
  readonly isAsked: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** What is to be thought of before own words are sent. Always in the page, so that it is read out when it comes. */
export function EditorCautions({ isTooLong, cautions, isAsked, field }: EditorCautionsProps) {
  const { t, formats } = useWords();
  const nameOf = useVariableName();
  const { missing, slips, hasLostOptOut, key } = cautions;
  const question = useRef<HTMLDivElement>(null);
  // In a low window it stands below what is seen of the card.
  useEffect(() => {
    if (isAsked) question.current?.scrollIntoView({ block: 'nearest' });
  }, [isAsked]);
  return (
    <div className={`${styles.cautions} ${isAsked ? styles.isAsked : ''}`} role="status" ref={question}>
      {isTooLong && <Caution>{t('inbox.tooLong', { number: formats.number(longestWritten) })}</Caution>}
      {missing.length > 0 && <Caution>{t('texting.stillMissing', { names: missing.map(nameOf).join(', ') })}</Caution>}
      <SlipsInWords slips={slips} field={field} />
      {hasLostOptOut && <Caution>{t('texting.optOutLost')}</Caution>}
      {isAsked && <strong>{t(key === 'opt-out' ? 'texting.askOptOut' : 'texting.askAsItIs')}</strong>}
    </div>
  );
}
