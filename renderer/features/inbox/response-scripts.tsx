import { UnstyledButton } from '@mantine/core';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { ariaKeys } from '../../verbs/keys.ts';
import { useVerbs } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './response-scripts.module.css';
import type { ResponseScript } from './use-draft.ts';

/** As many as there are digits. Those after them have a button and a line in the palette. */
const withKeys = 9;

interface ResponseScriptsProps {
  readonly responses: readonly ResponseScript[];
  readonly chosenId: number | null;
  /** Nothing can be typed beside them, so a digit chooses also in the field (`composer-keys.ts`). */
  readonly isWrittenOnly: boolean;
  readonly onChoose: (script: ResponseScript) => void;
}

/** The action's response scripts, filled for this contact. */
export function ResponseScripts({ responses, chosenId, isWrittenOnly, onChoose }: ResponseScriptsProps) {
  const { t } = useWords();
  useVerbs(
    responses.map((script, index) => ({
      id: `inbox-script-${script.scriptId}`,
      label: t('inbox.useScript', { name: script.name }),
      alsoCalled: script.text,
      keys: index < withKeys ? String(index + 1) : undefined,
      inFieldsWith: 'alt',
      run: () => onChoose(script),
    })),
  );
  if (responses.length === 0) return null;
  return (
    <ul className={styles.scripts} aria-label={t('inbox.scripts')}>
      {responses.map((script, index) => (
        <li key={script.scriptId}>
          <UnstyledButton
            className={styles.script}
            title={script.text}
            aria-keyshortcuts={index < withKeys ? ariaKeys(String(index + 1), 'alt') : undefined}
            aria-pressed={script.scriptId === chosenId}
            onClick={() => onChoose(script)}
          >
            {index < withKeys && (
              <KeyHint
                keys={String(index + 1)}
                inFieldsWith={isWrittenOnly ? undefined : 'alt'}
                isHeardInFields={isWrittenOnly}
              />
            )}
            <span className={styles.name}>{script.name}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
