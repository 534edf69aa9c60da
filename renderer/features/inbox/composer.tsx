import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { longestWritten } from '../../../shared/contract/limits.ts';
import { useAppSelector } from '../../app/store.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { Problem } from '../../ui/problem.tsx';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { ConversationId } from './api.ts';
import styles from './composer.module.css';
import { type ComposerPress, meaningOf } from './composer-keys.ts';
import { ResponseScripts } from './response-scripts.tsx';
import { TextLength } from './text-length.tsx';
import { type ResponseScript, useDraft } from './use-draft.ts';
import { useSendFollowUp } from './use-send-follow-up.ts';

interface ComposerProps {
  readonly id: ConversationId;
  readonly name: string;
  readonly responses: readonly ResponseScript[];
  /** Nobody can write here any more. What was begun can be read, and its field keeps the focus. */
  readonly isClosed: boolean;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Where the answer is written: a response script or own words, and the length they have. */
export function Composer({ id, name, responses, isClosed, onDone, onLeave }: ComposerProps) {
  const { t, tell } = useWords();
  const { draft, write, choose, putBack } = useDraft(keyOf(id));
  const { send, isBusy, error, forgetError } = useSendFollowUp(id, name, onDone);
  const isReading = useAppSelector(({ inbox }) => inbox.isReading);
  const turn = useAppSelector(({ inbox }) => inbox.turn);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = draft?.text ?? '';

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
    isDisabled: text.trim() === '' || isBusy || isClosed,
    run: () => void (draft && send(draft)),
  });

  function take(script: ResponseScript): void {
    forgetError();
    choose(script);
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
    const isComposing = event.nativeEvent.isComposing;
    const press: ComposerPress = { key, altKey, ctrlKey, metaKey, shiftKey, isComposing };
    const meaning = meaningOf(press, { isUntouched: draft === undefined, scriptCount: responses.length });
    if (meaning === null) return;
    event.preventDefault();
    // What is held down acts once.
    if (repeat) return;
    if (meaning === 'send') sendIt.isDisabled || sendIt.run();
    else if (meaning === 'leave') onLeave();
    else {
      const script = responses[meaning];
      if (script !== undefined) take(script);
    }
  }

  return (
    <div className={styles.composer} data-written={draft !== undefined}>
      <ResponseScripts responses={responses} chosenId={draft?.scriptId ?? null} onChoose={take} />
      {error !== null && <Problem>{tell(error)}</Problem>}
      <Textarea
        ref={field}
        aria-label={t('inbox.answerTo', { name })}
        placeholder={
          responses.length > 0 && draft === undefined ? t('inbox.placeholderScripts') : t('inbox.placeholder')
        }
        size="lg"
        rows={2}
        classNames={{ input: styles.field }}
        value={text}
        maxLength={longestWritten}
        readOnly={isBusy || isClosed}
        onChange={({ currentTarget }) => {
          forgetError();
          write(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.foot}>
        <div className={styles.about}>
          <TextLength text={text} />
          {draft?.replaced != null && (
            <Button variant="subtle" size="compact-sm" onClick={putBack}>
              {t('inbox.putBack')}
            </Button>
          )}
        </div>
        {/* Screen readers find the same in the list of keys. */}
        <div className={styles.hints} aria-hidden="true">
          <span className={styles.hint}>
            <KeyHint keys="shift+Enter" isHeardInFields /> {t('inbox.newLine')}
          </span>
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
