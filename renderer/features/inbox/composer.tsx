import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { longestWritten } from '../../../shared/contract/limits.ts';
import { measureText } from '../../../shared/domain/text-measure.ts';
import { whyUnsendable } from '../../../shared/domain/unsendable.ts';
import type { AppError } from '../../../shared/errors.ts';
import { useAppSelector } from '../../app/store.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { Problem } from '../../ui/problem.tsx';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { ConversationId } from './api.ts';
import { BeforeWriting, useHeldBy } from './before-writing.tsx';
import styles from './composer.module.css';
import { type ComposerPress, isMeantForLast, meaningOf } from './composer-keys.ts';
import { ResponseScripts } from './response-scripts.tsx';
import { TextLength } from './text-length.tsx';
import { type ResponseScript, useDraft } from './use-draft.ts';
import { useSendFollowUp } from './use-send-follow-up.ts';
import { useWrittenOnly } from './use-written-only.ts';

interface ComposerProps {
  readonly id: ConversationId;
  readonly name: string;
  /** What the contact is called, for the field; empty where nobody knows. */
  readonly firstName: string;
  readonly responses: readonly ResponseScript[];
  /** Nobody can write here any more. What was begun can be read, and its field keeps the focus. */
  readonly isClosed: boolean;
  /** Why an answer would be refused now; null where it would not, and where nobody can write any more. */
  readonly stop: AppError | null;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Where the answer is written: a response script or own words, and the length they have. */
export function Composer({ id, name, firstName, responses, isClosed, stop, onDone, onLeave }: ComposerProps) {
  const { t, tell } = useWords();
  const { draft, write, choose, putBack } = useDraft(keyOf(id), responses);
  const { send, isBusy, error: refusal, forgetError } = useSendFollowUp(id, name, onDone);
  const isReading = useAppSelector(({ inbox }) => inbox.isReading);
  const turn = useAppSelector(({ inbox }) => inbox.turn);
  const cameByItself = useAppSelector(({ inbox }) => inbox.cameByItself);
  const field = useRef<HTMLTextAreaElement>(null);
  const cameUpAt = useRef<number | null>(null);
  const text = draft?.text ?? '';
  // The field then shows the chosen script, and lets nobody type.
  const writtenOnly = useWrittenOnly(draft, responses);
  const heldBy = useHeldBy();
  const error = whyUnsendable(measureText(text).body);
  const isSendable = error === null && writtenOnly?.isScript !== false;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn comes up anew.
  useLayoutEffect(() => {
    cameUpAt.current = cameByItself ? performance.now() : null;
  }, [cameByItself, turn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks for the focus anew.
  useEffect(() => {
    if (!isReading || field.current === null) return;
    field.current.focus();
    // One goes on behind what is written already.
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [isReading, turn]);

  // In the composer Enter alone sends; elsewhere it would be too easily pressed.
  const sendIt = useVerb({
    id: 'inbox-send',
    label: isBusy ? t('inbox.sending') : t('inbox.send'),
    keys: 'mod+Enter',
    isDisabled: !isSendable || isBusy || isClosed || stop !== null,
    run: () => void (draft && send(draft)),
  });

  const putItBack = useVerb({
    id: 'inbox-put-back',
    label: t('inbox.putBack'),
    keys: 'alt+0',
    isDisabled: draft?.replaced == null || isBusy || isClosed,
    run: () => {
      forgetError();
      putBack();
      field.current?.focus();
    },
  });

  function take(script: ResponseScript): void {
    forgetError();
    choose(script);
    // Whoever chose knows for whom.
    cameUpAt.current = null;
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
    const isComposing = event.nativeEvent.isComposing;
    const press: ComposerPress = { key, altKey, ctrlKey, metaKey, shiftKey, isComposing };
    const meaning = meaningOf(press, { isWrittenOnly: writtenOnly !== null, scriptCount: responses.length });
    if (meaning === null) return;
    event.preventDefault();
    // What is held down acts once.
    if (repeat) return;
    if (meaning !== 'leave' && isMeantForLast(cameUpAt.current, performance.now())) return;
    if (meaning === 'send') sendIt.isDisabled || sendIt.run();
    else if (meaning === 'leave') onLeave();
    else {
      const script = responses[meaning];
      if (script !== undefined) take(script);
    }
  }

  const chosenId = writtenOnly?.isScript === false ? null : (draft?.scriptId ?? null);
  const hasNotice = !isClosed && (stop !== null || heldBy !== null || writtenOnly !== null);
  const placeholder = firstName === '' ? t('inbox.placeholder') : t('inbox.placeholderTo', { name: firstName });

  return (
    <div className={styles.composer}>
      <ResponseScripts responses={responses} chosenId={chosenId} isWrittenOnly={writtenOnly !== null} onChoose={take} />
      {refusal !== null && refusal.code !== stop?.code && <Problem>{tell(refusal)}</Problem>}
      <Textarea
        ref={field}
        aria-label={t('inbox.answerTo', { name })}
        description={hasNotice ? <BeforeWriting stop={stop} heldBy={heldBy} rule={writtenOnly?.why} /> : undefined}
        placeholder={writtenOnly === null ? placeholder : undefined}
        size="lg"
        rows={2}
        classNames={{ input: styles.field, description: styles.why }}
        attributes={{ input: { dir: 'auto' } }}
        value={text}
        maxLength={longestWritten}
        readOnly={isBusy || isClosed || writtenOnly !== null}
        onChange={({ currentTarget }) => {
          if (isMeantForLast(cameUpAt.current, performance.now())) return;
          forgetError();
          write(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.foot}>
        <div className={styles.about}>
          <TextLength text={text} why={error} />
          {draft?.replaced != null && <VerbButton verb={putItBack} variant="subtle" size="compact-sm" />}
        </div>
        {/* Screen readers find the same in the list of keys. */}
        <div className={styles.hints} aria-hidden="true">
          {writtenOnly === null && (
            <span className={styles.hint}>
              <KeyHint keys="shift+Enter" isHeardInFields /> {t('inbox.newLine')}
            </span>
          )}
          <span className={styles.hint}>
            <KeyHint keys="alt+ArrowDown" /> {t('inbox.nextShort')}
          </span>
          <span className={styles.hint}>
            <KeyHint keys="Escape" /> {t('inbox.listShort')}
          </span>
        </div>
        <VerbButton className={styles.send} verb={{ ...sendIt, keys: 'Enter' }} isHeardInFields />
      </div>
    </div>
  );
}
