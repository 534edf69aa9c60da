import { UnstyledButton } from '@mantine/core';
import { KeyHint } from './key-hint.tsx';
import { ariaKeys } from './keys.ts';
import styles from './verb-word.module.css';

interface VerbWordProps {
  readonly label: string;
  readonly keys: string | undefined;
  readonly run: () => void;
}

/** What can be done about a sentence, as a word of it, with its key. */
export function VerbWord({ label, keys, run }: VerbWordProps) {
  return (
    <UnstyledButton className={styles.word} onClick={() => run()} aria-keyshortcuts={keys && ariaKeys(keys)}>
      {label}
      {keys !== undefined && <KeyHint keys={keys} />}
    </UnstyledButton>
  );
}
