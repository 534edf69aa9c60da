import { type ChangeEvent, type KeyboardEvent, useId, useRef } from 'react';
import { type AppError, appError, type ErrorCode } from '../../../shared/errors.ts';
import { useAppDispatch } from '../../app/store.ts';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { isPressed } from '../../verbs/keys.ts';
import { useSecondPress } from '../../verbs/use-second-press.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useLongest } from '../text-drafts/use-longest.ts';
import { checkText } from './check-text.ts';
import styles from './contact-card.module.css';
import type { DeskContact } from './desk.ts';
import { EditorCautions } from './editor-cautions.tsx';
import { LeavesLine } from './leaves-line.tsx';
import { isGone } from './refusals.ts';
import { TextMeasure } from './text-measure.tsx';
import { deskMoved } from './texting-slice.ts';
import { useCautions } from './use-cautions.ts';
import type { Looking } from './use-sight.ts';
import { goOn, press } from './work-desk.ts';
import { writeOn } from './write-on.ts';

interface ContactEditorProps {
  readonly actionId: number;
  readonly contact: DeskContact;
  readonly draft: string;
  /** Why nobody can be texted for the moment. */
  readonly stopped: AppError | null;
  /** Where own words are not sent any more, the way out that keeps them; else null. */
  readonly leave: (() => void) | null;
  /** Lets something be done about whoever stands there once they have been in sight for a moment. */
  readonly looking: Looking;
}

/** A pause ends by itself here, what has ended is never begun again, and what was taken back comes by a claim alone. */
const needsNoAsking: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'actions/paused',
  'actions/ended',
  'assignments/not-yours',
]);

/**
 * The text in a person's own words, in the place of the script's. Whoever leaves it finds it again. What is to be thought of
 * before it is sent is asked about once, by the first press.
 */
export function ContactEditor({ actionId, contact, draft, stopped, leave, looking }: ContactEditorProps) {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const explanation = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { whenSeen, lookAgain } = looking;
  const { assignmentId, zones } = contact;
  const { measure, error: unsendable } = checkText(draft);
  const longest = useLongest();
  // Who comes back to own words goes on within them.
  const isWrittenIn = useRef(draft !== contact.text);
  const cautions = useCautions(contact, draft);
  const second = useSecondPress(cautions.key);
  const braces = cautions.slips.find(({ isBar }) => isBar);
  const error = unsendable ?? (braces ? appError('outbox/unfilled-variable', { variable: braces.source }) : null);
  const sendOrAsk = (): void => {
    if (second.willAsk) lookAgain();
    second.press(() => dispatch(press(actionId, { assignmentId, text: draft })));
  };
  const send = useVerb({
    id: 'texting-send-edited',
    label: t('texting.send'),
    keys: 'mod+Enter',
    isDisabled: stopped !== null || leave !== null || error !== null,
    run: (click) => whenSeen(click, sendOrAsk),
  });
  // In the editor Enter alone sends, as in the inbox; elsewhere it would be too easily pressed.
  const sendOnEnter = (event: KeyboardEvent): void => {
    if (!isPressed('Enter', event) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!event.repeat && !send.isDisabled) send.run();
  };
  const setAside = (): void =>
    void dispatch(deskMoved({ actionId, event: { event: 'draft-set-aside', assignmentId } }));
  const giveBack = useVerb({
    id: 'texting-give-back',
    label: t('texting.giveBack'),
    // Whoever cannot send leaves by it, and the words stay.
    keys: stopped === null || leave !== null ? 'Escape' : undefined,
    run: (click) => whenSeen(click, leave ?? setAside),
  });
  const edit = (text: string): void =>
    void dispatch(deskMoved({ actionId, event: { event: 'edited', assignmentId, text } }));
  const wrote = (text: string): void => {
    edit(isWrittenIn.current ? text : writeOn(contact.text, text));
    isWrittenIn.current = true;
  };
  const change = ({ currentTarget, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void => {
    longest.forget();
    // A letter that is put together from several keys is let be until it is whole.
    const isComposing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
    (isComposing ? edit : wrote)(currentTarget.value);
  };
  return (
    <>
      <div className={`${styles.body} ${styles.editor}`} data-body>
        <textarea
          className={styles.field}
          ref={field}
          data-read
          dir="auto"
          aria-label={t('texting.editorLabel')}
          aria-describedby={explanation}
          aria-invalid={error !== null}
          value={draft}
          {...longest.whole}
          onChange={change}
          onCompositionEnd={({ currentTarget }) => wrote(currentTarget.value)}
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
        <LeavesLine zones={zones} />
        <EditorCautions
          isTooLong={longest.isTooLong}
          cautions={cautions}
          isAsked={second.isAsked && error === null}
          field={field}
        />
        <p className={styles.missing} id={explanation}>
          {error !== null && tell(error)}
        </p>
        {/* Always in the page, so that it is read out when it comes. */}
        <p className={styles.stopped} role="status">
          {stopped !== null
            ? isGone(stopped)
              ? t('texting.takenBackEditing')
              : t('texting.stoppedEditing', { reason: tell(stopped) })
            : leave !== null && tell(appError('outbox/own-words'))}
        </p>
      </div>
      <footer className={styles.foot}>
        <VerbButton className={styles.send} verb={{ ...send, keys: 'Enter' }} size="md" isHeardInFields />
        <VerbButton verb={giveBack} size="md" variant="default" />
        {stopped !== null && !needsNoAsking.has(stopped.code) && <TryAgain actionId={actionId} />}
      </footer>
    </>
  );
}

/** For what nobody tells of when it is over. */
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
