import { Modal } from '@mantine/core';
import { useState } from 'react';
import { KeyHint } from '../verbs/key-hint.tsx';
import { allKeysOf } from '../verbs/keys.ts';
import type { Verb } from '../verbs/registry.ts';
import { useVerb, useVerbRegistry } from '../verbs/verbs.tsx';
import { alsoCalled } from '../words/also-called.ts';
import { useWords } from '../words/index.ts';
import styles from './keys-dialog.module.css';

export const keysOfKeys = '?';

/** In two columns, where there is room. */
const widthPx = 820;

interface KeyLine {
  readonly id: string;
  readonly label: string;
  /** All that do it, such as an arrow and a letter. */
  readonly keys: readonly string[];
}

interface AllKeys {
  readonly ofScreen: readonly KeyLine[];
  readonly everywhere: readonly KeyLine[];
}

/** All keys of the screen that is open, on a press of `?`. */
export function KeysDialog() {
  const { t } = useWords();
  const registry = useVerbRegistry();
  const [all, setAll] = useState<AllKeys | null>(null);
  useVerb({
    id: 'shortcuts',
    label: t('app.keysTitle'),
    keys: keysOfKeys,
    alsoCalled: alsoCalled('keys'),
    isOfFrame: true,
    run: () => setAll(allKeysIn(registry.list())),
  });
  return (
    <Modal
      opened={all !== null}
      onClose={() => setAll(null)}
      size={widthPx}
      title={t('app.keysTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={styles.columns}>
        <KeyLines title={t('app.keysOfScreen')} lines={all?.ofScreen ?? []} />
        <KeyLines title={t('app.keysEverywhere')} lines={all?.everywhere ?? []} />
      </div>
    </Modal>
  );
}

interface KeyLinesProps {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

function KeyLines({ title, lines }: KeyLinesProps) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.keys}>
        {lines.map(({ id, label, keys }) => (
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
    </section>
  );
}

/** What the keys would do now, without those that would do nothing: the acts of the screen before its moves. */
function allKeysIn(verbs: readonly Verb[]): AllKeys {
  const byKeys = new Map<string, Verb>();
  for (const verb of verbs) {
    if (verb.inDialog || verb.isDisabled || verb.label === '') continue;
    for (const keys of allKeysOf(verb)) byKeys.set(keys, verb);
  }
  const all = [...byKeys];
  const ofScreen = all.filter(([, { isOfFrame }]) => !isOfFrame);
  return {
    ofScreen: linesOf([
      ...ofScreen.filter(([, { isHidden }]) => !isHidden),
      ...ofScreen.filter(([, { isHidden }]) => isHidden),
    ]),
    everywhere: linesOf(all.filter(([, { isOfFrame }]) => isOfFrame)),
  };
}

function linesOf(all: readonly (readonly [keys: string, verb: Verb])[]): readonly KeyLine[] {
  const lines = new Map<string, KeyLine>();
  for (const [keys, { id, label }] of all) {
    const same = lines.get(label);
    lines.set(label, { id: same?.id ?? id, label, keys: [...(same?.keys ?? []), keys] });
  }
  return [...lines.values()];
}
