import { Textarea } from '@mantine/core';
import type { ChangeEvent, KeyboardEvent } from 'react';
import { measureText } from '../../../shared/domain/text-measure.ts';
import { whyUnsendable } from '../../../shared/domain/unsendable.ts';
import type { AppError } from '../../../shared/errors.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSecondPress } from '../../verbs/use-second-press.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useLongest } from '../text-drafts/use-longest.ts';
import type { ConversationId } from './api.ts';
import { BeforeWriting, useHeldBy } from './before-writing.tsx';
import styles from './composer.module.css';
import { ComposerHints } from './composer-hints.tsx';
import { type ComposerPress, meaningOf } from './composer-keys.ts';
import { ComposerNotices } from './composer-notices.tsx';
import { ResponseScripts } from './response-scripts.tsx';
import { TextLength } from './text-length.tsx';
import { type ResponseScript, scriptOf, useDraft } from './use-draft.ts';
import { toItsEnd, useField } from './use-field.ts';
import { useOwnSlips } from './use-own-slips.ts';
import { useSendFollowUp } from './use-send-follow-up.ts';
import { useTouch } from './use-touch.ts';
import { useWrittenOnly } from './use-written-only.ts';

interface ComposerProps {
  readonly id: ConversationId;
  readonly name: string;
  /** What the contact is called, for the field; empty where nobody knows. */
  readonly firstName: string;
  readonly lastName: string;
  readonly responses: readonly ResponseScript[];
  /** Nobody can write here any more. What was begun can be read, and its field keeps the focus. */
  readonly isClosed: boolean;
  /** Why an answer would be refused now; null where it would not, and where nobody can write any more. */
  readonly stop: AppError | null;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Where the answer is written: a response script or own words, and the length they have. */
export function Composer(props: ComposerProps) {
  const { id, name, firstName, lastName, responses, isClosed, stop, onDone, onLeave } = props;
  const { t, tell, formats } = useWords();
  const draftOf = useDraft(keyOf(id), responses);
  const { draft, write, choose, putBack } = draftOf;
  const { send, isBusy, error: refusal, forgetError } = useSendFollowUp(id, name, onDone);
  const field = useField();
  const text = draft?.text ?? '';
  // The field then shows the chosen script, and lets nobody type.
  const writtenOnly = useWrittenOnly(draftOf, responses);
  const heldBy = useHeldBy();
  const longest = useLongest();
  const touched = useTouch();
  const isOwn = draft !== undefined && writtenOnly === null && scriptOf(draft, responses) === undefined;
  const { slips, error: slipError } = useOwnSlips(isOwn && !isClosed ? text : '', { firstName, lastName });
  const error = whyUnsendable(measureText(text).body) ?? slipError;
  const second = useSecondPress([touched.untouched, slips.length > 0 ? 'slips' : ''].filter(Boolean).join(' '));
  const isSendable = error === null && writtenOnly?.isScript !== false;

  // In the composer Enter alone sends; elsewhere it would be too easily pressed.
  const sendIt = useVerb({
    id: 'inbox-send',
    label: isBusy ? t('inbox.sending') : t('inbox.send'),
    keys: 'mod+Enter',
    isDisabled: !isSendable || isBusy || isClosed || stop !== null,
    run: (click) => {
      // The second click of a double one was made for the answer before.
      if (draft === undefined || (click?.detail ?? 0) > 1) return;
      if (field.isForLast()) return;
      field.ref.current?.focus();
      second.press(() => void send(draft));
    },
  });

  const putItBack = useVerb({
    id: 'inbox-put-back',
    label: t('inbox.putBack'),
    keys: 'alt+0',
    isDisabled: draft?.replaced == null || isBusy || isClosed,
    run: () => {
      forgetError();
      touched.touch();
      field.typeIn(draft?.replaced ?? '');
      putBack();
    },
  });

  function take(script: ResponseScript): void {
    forgetError();
    touched.touch();
    field.typeIn(script.text);
    choose(script);
  }

  function onChange({ currentTarget }: ChangeEvent<HTMLTextAreaElement>): void {
    if (field.isForLast()) return;
    const { value } = currentTarget;
    forgetError();
    longest.forget();
    touched.touch();
    write(value);
    // The field's undo leaves what it gave back selected, and the next letter would take its place.
    if (value === draft?.replaced) toItsEnd(currentTarget);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
    const isComposing = event.nativeEvent.isComposing;
    const press: ComposerPress = { key, altKey, ctrlKey, metaKey, shiftKey, isComposing };
    const meaning = meaningOf(press, { isWrittenOnly: writtenOnly !== null, scriptCount: responses.length });
    if (!field.isForLast()) touched.onKeyDown(event);
    if (key !== 'Enter') field.settle();
    if (meaning === null) return;
    event.preventDefault();
    // What is held down acts once.
    if (repeat) return;
    if (meaning !== 'leave' && field.isForLast()) return;
    // Where the press only asks, it asks at once.
    const mayRun = second.willAsk || !field.isEnterTooMany();
    if (meaning === 'send') sendIt.isDisabled || !mayRun || sendIt.run();
    else if (meaning === 'leave') onLeave();
    else {
      const script = responses[meaning];
      if (script !== undefined) take(script);
    }
  }

  const chosenId = writtenOnly?.isScript === false ? null : (draft?.scriptId ?? null);
  const writtenAt = draft === undefined ? '' : formats.when(draft.writtenAt);
  const asks = touched.untouched === '' ? t('inbox.asItIs') : t('inbox.unchanged', { when: writtenAt });
  const hasNotice = !isClosed && (stop !== null || heldBy !== null || writtenOnly !== null);
  const placeholder = firstName === '' ? t('inbox.placeholder') : t('inbox.placeholderTo', { name: firstName });

  return (
    <div className={styles.composer}>
      <ResponseScripts responses={responses} chosenId={chosenId} isWrittenOnly={writtenOnly !== null} onChoose={take} />
      {refusal !== null && refusal.code !== stop?.code && <Problem>{tell(refusal)}</Problem>}
      <Textarea
        ref={field.ref}
        aria-label={t('inbox.answerTo', { name })}
        description={hasNotice ? <BeforeWriting stop={stop} heldBy={heldBy} rule={writtenOnly?.why} /> : undefined}
        placeholder={writtenOnly === null ? placeholder : undefined}
        size="lg"
        rows={2}
        classNames={{ input: styles.field, description: styles.why }}
        attributes={{ input: { dir: 'auto' } }}
        value={text}
        {...longest.whole}
        readOnly={isBusy || isClosed || writtenOnly !== null}
        onFocus={field.onFocus}
        onChange={onChange}
        onClick={(event) => {
          field.settle();
          if (!field.isForLast()) touched.onClick(event);
        }}
        onKeyDown={onKeyDown}
      />
      <ComposerNotices
        isTooLong={longest.isTooLong}
        hasLostScript={draftOf.hasLostScript && writtenOnly === null && !isClosed}
        slips={slips}
        field={field.ref}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press here leaves the cursor where it is, since whoever is next may be written to at once. */}
      <div className={styles.foot} onMouseDown={(event) => event.preventDefault()}>
        <div className={styles.about}>
          <TextLength text={text} why={error} />
          {draft?.replaced != null && !isClosed && <VerbButton verb={putItBack} variant="subtle" size="compact-sm" />}
          <span className={styles.asks} role="status">
            {second.isAsked && draft !== undefined && !isClosed && asks}
          </span>
        </div>
        <ComposerHints hasNewLine={writtenOnly === null && !isClosed} />
        <VerbButton className={styles.send} verb={{ ...sendIt, keys: 'Enter' }} isHeardInFields />
      </div>
    </div>
  );
}
