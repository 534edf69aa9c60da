import { type ChangeEvent, type KeyboardEvent, useId } from 'react';
import { longestWritten } from '../../../shared/contract/limits.ts';
import { mayBeLeftOut } from '../../../shared/domain/script-render.ts';
import { type AppError, appError } from '../../../shared/errors.ts';
import { useAppDispatch } from '../../app/store.ts';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { isPressed } from '../../verbs/keys.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { offersOptOut } from '../script-editor/advice.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import { checkText } from './check-text.ts';
import styles from './contact-card.module.css';
import type { DeskContact } from './desk.ts';
import { TextMeasure } from './text-measure.tsx';
import { deskMoved } from './texting-slice.ts';
import type { WhenSeen } from './use-sight.ts';
import { goOn, press } from './work-desk.ts';

interface ContactEditorProps {
  readonly actionId: number;
  readonly contact: DeskContact;
  readonly draft: string;
  /** Why nobody can be texted for the moment. */
  readonly stopped: AppError | null;
  /** Where own words are not sent any more, the way out that keeps them; else null. */
  readonly leave: (() => void) | null;
  /** Lets the text be sent once it has been in sight for a moment. */
  readonly whenSeen: WhenSeen;
}

/** The text in a person's own words, in the place of the script's. Whoever leaves it finds it again. */
export function ContactEditor({ actionId, contact, draft, stopped, leave, whenSeen }: ContactEditorProps) {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const explanation = useId();
  const { assignmentId, text } = contact;
  const nameOf = useVariableName();
  const holes = contact.missing.filter((name) => !mayBeLeftOut(name));
  const { measure, error } = checkText(draft);
  const hasHoles = holes.length > 0 && draft.trim() === text.trim();
  const hasLostOptOut = draft.trim() !== '' && offersOptOut(text) && !offersOptOut(draft);
  const send = useVerb({
    id: 'texting-send-edited',
    label: t('texting.send'),
    keys: 'mod+Enter',
    isDisabled: stopped !== null || leave !== null || error !== null || hasHoles,
    run: (click) => whenSeen(click, () => dispatch(press(actionId, { assignmentId, text: draft }))),
  });
  // In the editor Enter alone sends, as in the inbox; elsewhere it would be too easily pressed.
  const sendOnEnter = (event: KeyboardEvent): void => {
    if (!isPressed('Enter', event) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!event.repeat && !send.isDisabled) send.run();
  };
  const giveBack = useVerb({
    id: 'texting-give-back',
    label: t('texting.giveBack'),
    // Whoever cannot send leaves by it, and the words stay.
    keys: stopped === null || leave !== null ? 'Escape' : undefined,
    run: leave ?? (() => void dispatch(deskMoved({ actionId, event: { event: 'draft-set-aside', assignmentId } }))),
  });
  const change = ({ currentTarget }: ChangeEvent<HTMLTextAreaElement>): void => {
    dispatch(deskMoved({ actionId, event: { event: 'edited', assignmentId, text: currentTarget.value } }));
  };
  return (
    <>
      <div className={`${styles.body} ${styles.editor}`}>
        <textarea
          className={styles.field}
          dir="auto"
          aria-label={t('texting.editorLabel')}
          aria-describedby={explanation}
          aria-invalid={error !== null}
          value={draft}
          maxLength={longestWritten}
          onChange={change}
          onKeyDown={sendOnEnter}
          // biome-ignore lint/a11y/noAutofocus: whoever asked to edit wants to type.
          autoFocus
          onFocus={({ currentTarget }) => currentTarget.setSelectionRange(draft.length, draft.length)}
        />
        <div className={styles.under}>
          <TextMeasure measure={measure} />
          {/* Screen readers find the same in the list of keys. */}
          <span className={styles.hint} aria-hidden="true">
            <KeyHint keys="shift+Enter" isHeardInFields /> {t('texting.newLine')}
          </span>
        </div>
        <p className={styles.note} role="status">
          {hasLostOptOut && t('texting.optOutLost')}
        </p>
        <p className={styles.missing} id={explanation}>
          {error !== null ? tell(error) : hasHoles ? t('texting.missing', { names: holes.map(nameOf).join(', ') }) : ''}
        </p>
        {/* Always in the page, so that it is read out when it comes. */}
        <p className={styles.stopped} role="status">
          {stopped !== null
            ? t('texting.stoppedEditing', { reason: tell(stopped) })
            : leave !== null && tell(appError('outbox/own-words'))}
        </p>
      </div>
      <footer className={styles.foot}>
        <VerbButton className={styles.send} verb={{ ...send, keys: 'Enter' }} size="md" isHeardInFields />
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
