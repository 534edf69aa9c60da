import { UserRoundX } from 'lucide-react';
import { fullName } from '../../../../shared/domain/full-name.ts';
import { wentTo } from '../../../app/place-slice.ts';
import { useAppDispatch } from '../../../app/store.ts';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import type { ContactView } from '../contacts-api.ts';
import styles from './find-answer.module.css';
import type { Found } from './find-api.ts';
import { FoundConversation } from './found-conversation.tsx';

interface FoundContactProps {
  readonly contact: ContactView;
  readonly conversations: Found['conversations'];
  readonly onOptOut: (contact: ContactView) => void;
  readonly onLeave: () => void;
}

/** One contact, the conversations with them, and the act that a caller most often asks for. */
export function FoundContact({ contact, conversations, onOptOut, onLeave }: FoundContactProps) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const { contactId, phone, optedOut } = contact;
  const optOut = useVerb({
    id: 'find-opt-out',
    label: t('contacts.optOut'),
    keys: 'o',
    inDialog: true,
    isDisabled: optedOut,
    run: () => onOptOut(contact),
  });
  return (
    <>
      <div className={styles.who}>
        <div className={styles.words}>
          <p className={styles.name}>{fullName(contact) || t('contacts.noName')}</p>
          <p className={styles.phone}>{formats.phone(phone)}</p>
        </div>
        {optedOut ? (
          <span className={styles.optedOut}>
            <UserRoundX size={16} aria-hidden="true" />
            {t('contacts.optedOut')}
          </span>
        ) : (
          <VerbButton verb={optOut} variant="default" />
        )}
      </div>
      {conversations.length === 0 ? (
        <p className={styles.quiet}>{t('contacts.neverTexted')}</p>
      ) : (
        <ul className={styles.conversations} aria-label={t('contacts.conversations')}>
          {conversations.map((conversation, index) => (
            <FoundConversation
              key={conversation.actionId}
              conversation={conversation}
              hasKey={index === 0}
              onOpen={() => {
                onLeave();
                dispatch(wentTo({ screen: 'inbox', actionId: conversation.actionId, contactId }));
              }}
            />
          ))}
        </ul>
      )}
    </>
  );
}
