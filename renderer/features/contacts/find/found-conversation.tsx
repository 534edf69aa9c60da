import { Button } from '@mantine/core';
import { KeyHint } from '../../../verbs/key-hint.tsx';
import { ariaKeys } from '../../../verbs/keys.ts';
import { useVerbs } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import styles from './find-answer.module.css';
import type { Found } from './find-api.ts';

const keys = 'Enter';

interface FoundConversationProps {
  readonly conversation: Found['conversations'][number];
  /** Enter opens the newest. */
  readonly hasKey: boolean;
  readonly onOpen: () => void;
}

/** The action in which the contact was texted, when that last was, and the way to the conversation. */
export function FoundConversation({ conversation, hasKey, onOpen }: FoundConversationProps) {
  const { t, formats } = useWords();
  const { actionName, lastTextAt } = conversation;
  const label = t('contacts.openConversation', { action: actionName });
  useVerbs(hasKey ? [{ id: 'find-open', label, keys, inDialog: true, run: onOpen }] : []);
  return (
    <li className={styles.conversation}>
      <span className={styles.action}>{actionName}</span>
      <span className={styles.quiet}>{t('contacts.lastTexted', { when: formats.when(lastTextAt) })}</span>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={label}
        onClick={onOpen}
        {...(hasKey && { rightSection: <KeyHint keys={keys} />, 'aria-keyshortcuts': ariaKeys(keys) })}
      >
        {t('contacts.open')}
      </Button>
    </li>
  );
}
