import { Modal } from '@mantine/core';
import { useState } from 'react';
import { KeyHint } from '../verbs/key-hint.tsx';
import type { Verb } from '../verbs/registry.ts';
import { useVerb, useVerbRegistry } from '../verbs/verbs.tsx';
import { useWords } from '../words/index.ts';
import styles from './keys-dialog.module.css';

interface KeyLine {
  readonly id: string;
  readonly label: string;
  /** All that do it, such as an arrow and a letter. */
  readonly keys: readonly string[];
}

/** All keys of the screen that is open, on a press of `?`. */
export function KeysDialog() {
  const { t } = useWords();
  const registry = useVerbRegistry();
  const [lines, setLines] = useState<readonly KeyLine[] | null>(null);
  useVerb({
    id: 'shortcuts',
    label: t('app.keysTitle'),
    keys: '?',
    isOfFrame: true,
    run: () => setLines(linesOf(registry.list())),
  });
  return (
    <Modal
      opened={lines !== null}
      onClose={() => setLines(null)}
      title={t('app.keysTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p className={styles.lead}>{t('app.keysLead')}</p>
      <dl className={styles.keys}>
        {lines?.map(({ id, label, keys }) => (
          <div className={styles.key} key={id}>
            <dt>{label}</dt>
            <dd className={styles.caps}>
              {keys.map((each) => (
                <KeyHint key={each} keys={each} isSpoken />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

/** What the keys would do now, without those that would do nothing: the acts of the screen, its moves, and then what is there on every screen. */
function linesOf(verbs: readonly Verb[]): readonly KeyLine[] {
  const byKeys = new Map<string, Verb>();
  for (const verb of verbs) {
    if (verb.keys !== undefined && !verb.inDialog && !verb.isDisabled) byKeys.set(verb.keys, verb);
  }
  const lines = new Map<string, KeyLine>();
  for (const { id, label, keys = '' } of [...byKeys.values()].sort((one, other) => rankOf(one) - rankOf(other))) {
    const same = lines.get(label);
    if (label !== '') lines.set(label, { id: same?.id ?? id, label, keys: [...(same?.keys ?? []), keys] });
  }
  return [...lines.values()];
}

function rankOf({ isOfFrame, isHidden }: Verb): number {
  if (isOfFrame) return 2;
  return isHidden ? 1 : 0;
}
