import { type ChangeEvent, useId } from 'react';
import { longestWritten } from '../../../shared/contract/limits.ts';
import { mayBeLeftOut } from '../../../shared/domain/script-render.ts';
import type { AppError } from '../../../shared/errors.ts';
import { useAppDispatch } from '../../app/store.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import { checkText } from './check-text.ts';
import styles from './contact-card.module.css';
import type { DeskContact } from './desk.ts';
import { TextMeasure } from './text-measure.tsx';
import { deskMoved } from './texting-slice.ts';
import { goOn, press } from './work-desk.ts';

interface ContactEditorProps {
  readonly actionId: number;
  readonly contact: DeskContact;
  readonly draft: string;
  /** Why nobody can be texted for the moment. */
  readonly stopped: AppError | null;
  /** Lets the text be sent once it has been in sight for a moment. */
  readonly whenSeen: (act: () => void) => void;
}

/** The text in a person's own words, in the place of the script's. Whoever leaves it unsent finds it again. */
export function ContactEditor({ actionId, contact, draft, stopped, whenSeen }: ContactEditorProps) {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const explanation = useId();
  const { assignmentId, text } = contact;
  const nameOf = useVariableName();
  const holes = contact.missing.filter((name) => !mayBeLeftOut(name));
  const { measure, error } = checkText(draft);
  const hasHoles = holes.length > 0 && draft.trim() === text.trim();
  const send = useVerb({
    id: 'texting-send-edited',
    label: t('texting.send'),
    keys: 'mod+Enter',
    isDisabled: stopped !== null || error !== null || hasHoles,
    run: () => whenSeen(() => dispatch(press(actionId, { assignmentId, text: draft }))),
  });
  const giveBack = useVerb({
    id: 'texting-give-back',
    label: t('texting.giveBack'),
    // Whoever cannot send leaves by it, and the words stay.
    keys: stopped === null ? 'Escape' : undefined,
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
          maxLength={longestWritten}
          onChange={change}
          // biome-ignore lint/a11y/noAutofocus: whoever asked to edit wants to type.
          autoFocus
          onFocus={({ currentTarget }) => currentTarget.setSelectionRange(draft.length, draft.length)}
        />
        <TextMeasure measure={measure} />
        <p className={styles.missing} id={explanation}>
          {error !== null ? tell(error) : hasHoles ? t('texting.missing', { names: holes.map(nameOf).join(', ') }) : ''}
        </p>
        {/* Always in the page, so that it is read out when it comes. */}
        <p className={styles.stopped} role="status">
          {stopped !== null && t('texting.stoppedEditing', { reason: tell(stopped) })}
        </p>
      </div>
      <footer className={styles.foot}>
        <VerbButton className={styles.send} verb={send} size="md" />
        <VerbButton verb={giveBack} size="md" variant="default" />
        {stopped !== null && stopped.code !== 'actions/paused' && <TryAgain actionId={actionId} />}
      </footer>
    </>
  );
}

/** For what nobody tells of when it is over; a pause ends by itself here. */
function TryAgain({ actionId }: { readonly actionId: number }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const tryAgain = useVerb({
    id: 'texting-try-again',
    label: t('app.tryAgain'),
    run: () => void dispatch(goOn(actionId, { mayClaim: false })),
  });
  return <VerbButton verb={tryAgain} size="md" variant="default" />;
}
