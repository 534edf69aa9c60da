import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { longestName } from '../../../shared/contract/limits.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useWords } from '../../words/index.ts';
import type { DraftScript } from './draft.ts';
import { type DraftKey, scriptChanged } from './drafts-slice.ts';
import { type FocusRequest, nameOfText } from './focus-request.ts';

interface ReplyNameProps {
  readonly draftKey: DraftKey;
  readonly script: DraftScript;
  readonly focus: FocusRequest;
}

/** What texters find a reply by. */
export function ReplyName({ draftKey, script: { key, name }, focus }: ReplyNameProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus.count > 0 && focus.target === nameOfText(key)) field.current?.focus();
  }, [focus, key]);
  return (
    <TextInput
      ref={field}
      label={t('actions.replyName')}
      placeholder={t('actions.replyNamePlaceholder')}
      value={name}
      onChange={({ currentTarget }) =>
        dispatch(scriptChanged({ draftKey, change: { key, name: currentTarget.value } }))
      }
      maxLength={longestName}
    />
  );
}
