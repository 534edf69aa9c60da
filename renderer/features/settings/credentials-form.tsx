import { Button, Group, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import { useAppStore } from '../../app/store.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { Problem } from '../../ui/problem.tsx';
import { useIsHere } from '../../ui/use-is-here.ts';
import { useWords, type Words } from '../../words/index.ts';
import styles from './carrier-section.module.css';
import { saveCredentials } from './save-credentials.ts';

interface CredentialsFormProps {
  /** Gets the sentence about what was connected, even when the form has been left meanwhile. */
  readonly onSaved: (sentence: string) => void;
  readonly onClose: () => void;
  /** Whether there is something to go back to. */
  readonly mayCancel: boolean;
}

const fieldErrors: readonly ErrorCode[] = ['app/bad-account-sid', 'app/bad-api-key-sid', 'app/bad-api-key-secret'];

/** Three things to paste. The carrier is asked before anything is kept, and the secret leaves the page with that. */
export function CredentialsForm({ onSaved, onClose, mayCancel }: CredentialsFormProps) {
  const words = useWords();
  const { t, tell } = words;
  const store = useAppStore();
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<AppError | null>(null);
  const intent = useIntent();
  const isHere = useIsHere();
  const [accountSid, setAccountSid] = useState('');
  const [apiKeySid, setApiKeySid] = useState('');
  const [apiKeySecret, setApiKeySecret] = useState('');
  /** Goes up with each change. The act is told by it and not by what it holds, which the page is not to keep. */
  const edition = useRef(0);
  const errorFor = (code: ErrorCode) => (problem?.code === code ? tell(problem) : null);

  function change(set: (value: string) => void, value: string): void {
    edition.current += 1;
    set(value);
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isLoading) return;
    setLoading(true);
    setProblem(null);
    const intentId = intent.of(edition.current);
    const saved = await saveCredentials({ accountSid, apiKeySid, apiKeySecret, intentId }, store);
    setLoading(false);
    if (!saved.ok) return setProblem(saved.error);
    intent.done();
    setApiKeySecret('');
    onSaved(sentenceFor(saved.value, words));
    if (isHere()) onClose();
  }

  const noSuggestions = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        label={t('settings.carrier.accountSid')}
        description={t('settings.carrier.accountSidHint')}
        value={accountSid}
        onChange={({ currentTarget }) => change(setAccountSid, currentTarget.value)}
        error={errorFor('app/bad-account-sid')}
        {...noSuggestions}
      />
      <TextInput
        label={t('settings.carrier.apiKeySid')}
        description={t('settings.carrier.apiKeySidHint')}
        value={apiKeySid}
        onChange={({ currentTarget }) => change(setApiKeySid, currentTarget.value)}
        error={errorFor('app/bad-api-key-sid')}
        {...noSuggestions}
      />
      <PasswordInput
        label={t('settings.carrier.apiKeySecret')}
        description={t('settings.carrier.apiKeySecretHint')}
        value={apiKeySecret}
        onChange={({ currentTarget }) => change(setApiKeySecret, currentTarget.value)}
        error={errorFor('app/bad-api-key-secret')}
        // Nobody reads it over a shoulder; what was pasted wrong is pasted again.
        visible={false}
        rightSection={null}
        {...noSuggestions}
      />
      {problem && !fieldErrors.includes(problem.code) && <Problem>{tell(problem)}</Problem>}
      <Group gap="sm">
        <Button type="submit" loading={isLoading}>
          {isLoading ? t('settings.carrier.connecting') : t('settings.carrier.connect')}
        </Button>
        {mayCancel && (
          <Button variant="subtle" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        )}
      </Group>
    </form>
  );
}

function sentenceFor({ accountName, numbers }: Output<'app/save-credentials'>, { t, formats }: Words): string {
  const account =
    accountName === ''
      ? t('settings.carrier.connectedUnnamed')
      : t('settings.carrier.connected', { account: accountName });
  const count = numbers.length;
  const texting =
    count === 0
      ? t('settings.carrier.noNumbers')
      : t('settings.carrier.numbers', { count, number: formats.number(count) });
  return `${account} ${texting}`;
}
