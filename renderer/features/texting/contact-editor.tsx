import { type ChangeEvent, useId } from 'react';
import { useAppDispatch } from '../../app/store.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { checkText } from './check-text.ts';
import styles from './contact-card.module.css';
import type { DeskContact } from './desk.ts';
import { TextMeasure } from './text-measure.tsx';
import { deskMoved } from './texting-slice.ts';
import { press } from './work-desk.ts';

interface ContactEditorProps {
  readonly actionId: number;
  readonly contact: DeskContact;
  readonly draft: string;
}

/** The text in a person's own words, in the place of the script's. Whoever leaves it unsent finds it again. */
export function ContactEditor({ actionId, contact, draft }: ContactEditorProps) {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const explanation = useId();
  const { assignmentId, text, missing } = contact;
  const { segments, length, error } = checkText(draft);
  const hasHoles = missing.length > 0 && draft.trim() === text.trim();
  const send = useVerb({
    id: 'texting-send-edited',
    label: t('texting.send'),
    keys: 'mod+Enter',
    isDisabled: error !== null || hasHoles,
    run: () => dispatch(press(actionId, { assignmentId, text: draft })),
  });
  const giveBack = useVerb({
    id: 'texting-give-back',
    label: t('texting.giveBack'),
    keys: 'Escape',
    run: () => void dispatch(deskMoved({ actionId, event: { event: 'draft-dropped', assignmentId } })),
  });
  const change = ({ currentTarget }: ChangeEvent<HTMLTextAreaElement>): void => {
    dispatch(deskMoved({ actionId, event: { event: 'edited', assignmentId, text: currentTarget.value } }));
  };
  return (
    <>
      <div className={`${styles.body} ${styles.editor}`}>
        <textarea
          className={styles.field}
          aria-label={t('texting.editorLabel')}
          aria-describedby={explanation}
          aria-invalid={error !== null}
          value={draft}
          onChange={change}
          // biome-ignore lint/a11y/noAutofocus: whoever asked to edit wants to type.
          autoFocus
          onFocus={({ currentTarget }) => currentTarget.setSelectionRange(draft.length, draft.length)}
        />
        <TextMeasure segments={segments} length={length} />
        <p className={styles.missing} id={explanation}>
          {error !== null ? tell(error) : hasHoles ? t('texting.missing', { names: missing.join(', ') }) : ''}
        </p>
      </div>
      <footer className={styles.foot}>
        <VerbButton className={styles.send} verb={send} size="md" />
        <VerbButton verb={giveBack} size="md" variant="default" />
      </footer>
    </>
  );
}
