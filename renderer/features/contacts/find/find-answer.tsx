import { useEffect, useRef } from 'react';
import { fullName } from '../../../../shared/domain/full-name.ts';
import { appErrorOf } from '../../../bridge/base-query.ts';
import { Problem } from '../../../ui/problem.tsx';
import { useWords } from '../../../words/index.ts';
import type { ContactView } from '../contacts-api.ts';
import styles from './find-answer.module.css';
import { useFindContactQuery } from './find-api.ts';
import { FoundContact } from './found-contact.tsx';

interface FindAnswerProps {
  readonly asked: string;
  readonly onOptOut: (contact: ContactView) => void;
  readonly onLeave: () => void;
}

/** Who has the number, or why nobody is told of. The focus comes here, where the next act is. */
export function FindAnswer({ asked, onOptOut, onLeave }: FindAnswerProps) {
  const { t, tell, formats } = useWords();
  const { currentData: found, error } = useFindContactQuery(asked, { refetchOnMountOrArgChange: true });
  const answer = useRef<HTMLElement>(null);
  const hasContact = found?.contact != null;
  useEffect(() => {
    if (hasContact) answer.current?.focus();
  }, [hasContact]);
  if (error !== undefined) return <Problem>{tell(appErrorOf(error))}</Problem>;
  if (found === undefined) return null;
  const { phone, optedOut, contact } = found;
  const shown = formats.phone(phone);
  if (contact === null) {
    return (
      <p role="status">
        {t('contacts.foundNobody', { phone: shown })} {optedOut && t('contacts.foundNobodyOptedOut')}
      </p>
    );
  }
  return (
    <section
      ref={answer}
      className={styles.found}
      tabIndex={-1}
      aria-label={`${fullName(contact) || t('contacts.noName')}, ${shown}${optedOut ? `, ${t('contacts.optedOut')}` : ''}`}
    >
      <FoundContact
        contact={{ ...contact, phone, optedOut }}
        conversations={found.conversations}
        onOptOut={onOptOut}
        onLeave={onLeave}
      />
    </section>
  );
}
