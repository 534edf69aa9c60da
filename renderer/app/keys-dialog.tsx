import { Modal } from '@mantine/core';
import { useState } from 'react';
import { KeyHint } from '../verbs/key-hint.tsx';
import type { Verb } from '../verbs/registry.ts';
import { useVerb, useVerbRegistry } from '../verbs/verbs.tsx';
import { useWords } from '../words/index.ts';
import styles from './keys-dialog.module.css';

/** All keys of the screen that is open, on a press of `?`. */
export function KeysDialog() {
  const { t } = useWords();
  const registry = useVerbRegistry();
  const [verbs, setVerbs] = useState<readonly Verb[] | null>(null);
  useVerb({
    id: 'shortcuts',
    label: t('app.keysTitle'),
    keys: '?',
    run: () => setVerbs(latestOfEachKey(registry.list())),
  });
  return (
    <Modal
      opened={verbs !== null}
      onClose={() => setVerbs(null)}
      title={t('app.keysTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p className={styles.lead}>{t('app.keysLead')}</p>
      <dl className={styles.keys}>
        {verbs?.map(({ id, label, keys }) => (
          <div className={styles.key} key={id}>
            <dt>{label}</dt>
            <dd className={styles.caps}>{keys !== undefined && <KeyHint keys={keys} isSpoken />}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

/** Those that the keys would do now, the screen's own before those of the frame. */
function latestOfEachKey(verbs: readonly Verb[]): readonly Verb[] {
  const byKeys = new Map<string, Verb>();
  for (const verb of verbs) if (verb.keys !== undefined && !verb.inDialog) byKeys.set(verb.keys, verb);
  return [...byKeys.values()].reverse();
}
