import { TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { oneLine } from '../../../../shared/domain/one-line.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { useFocusReturn } from '../../../ui/use-focus-return.ts';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import styles from '../contacts.module.css';
import type { ContactView } from '../contacts-api.ts';
import { FindAnswer } from './find-answer.tsx';

/** As long as the contract lets it be. */
const longestTyped = 60;

interface FindDialogProps {
  /** The number that was looked for; empty before. */
  readonly asked: string;
  readonly onAsk: (typed: string) => void;
  readonly onOptOut: (contact: ContactView) => void;
  readonly onClose: () => void;
}

/** A phone number, typed as one likes, and who has it. */
export function FindDialog({ asked, onAsk, onOptOut, onClose }: FindDialogProps) {
  const { t } = useWords();
  useFocusReturn();
  const [typed, setTyped] = useState(asked);
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const close = useVerb({ id: 'find-close', label: t('app.close'), keys: 'Escape', inDialog: true, run: onClose });
  const find = useVerb({
    id: 'find-now',
    label: t('contacts.findNow'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: typed.trim() === '',
    run: () => form.current?.requestSubmit(),
  });

  useVerb({
    id: 'find-another',
    label: t('contacts.find'),
    keys: 'mod+f',
    inDialog: true,
    isHidden: true,
    run: () => {
      input.current?.focus();
      input.current?.select();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    onAsk(typed.trim());
  }

  return (
    <Dialog isOpen onClose={onClose} title={t('contacts.findTitle')}>
      <form ref={form} className={styles.stack} onSubmit={submit} noValidate>
        <TextInput
          ref={input}
          label={t('contacts.phone')}
          description={t('contacts.findHint')}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(oneLine(currentTarget.value));
            // What was found belongs to what was typed before.
            onAsk('');
          }}
          maxLength={longestTyped}
          inputMode="tel"
          data-autofocus={asked === '' ? true : undefined}
        />
        {asked !== '' && <FindAnswer key={asked} asked={asked} onOptOut={onOptOut} onLeave={onClose} />}
        <DialogButtons>
          <VerbButton verb={close} variant="default" />
          <VerbButton verb={find} isSubmit />
        </DialogButtons>
      </form>
    </Dialog>
  );
}
