import { UnstyledButton } from '@mantine/core';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { HiddenWhereNarrow } from '../ui/visually-hidden.tsx';
import { KeyHint } from '../verbs/key-hint.tsx';
import { ariaKeys } from '../verbs/keys.ts';
import { useVerb, useVerbRegistry } from '../verbs/verbs.tsx';
import { useWords } from '../words/index.ts';
import { findAll } from './find-acts.ts';
import styles from './palette.module.css';
import { useNamed } from './use-named.ts';

const [store, spotlight] = createSpotlight();
const keys = 'mod+k';

/** Everything that can be done now, and every action and list, by typing a part of its name. */
export function Palette() {
  const { t } = useWords();
  const registry = useVerbRegistry();
  const [acts, setActs] = useState<SpotlightActionData[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const named = useNamed(isOpen).map(
    ({ id, label, description, run }): SpotlightActionData => ({ id, label, description, onClick: run }),
  );
  const { label, run } = useVerb({
    id: 'palette',
    label: t('app.palette'),
    keys,
    isHidden: true,
    isOfFrame: true,
    run: () => {
      const able = registry
        .list()
        .filter(({ isDisabled, isHidden, inDialog }) => !isDisabled && !isHidden && !inDialog);
      setActs(
        able.map((verb) => ({
          id: verb.id,
          label: verb.label,
          keywords: verb.alsoCalled ?? '',
          onClick: verb.run,
          rightSection: verb.keys === undefined ? null : <KeyHint keys={verb.keys} isHeardInFields />,
        })),
      );
      spotlight.open();
    },
  });
  return (
    <>
      <UnstyledButton className={styles.button} onClick={run} aria-keyshortcuts={ariaKeys(keys)}>
        <Search size={16} aria-hidden="true" />
        <HiddenWhereNarrow className={styles.word}>{label}</HiddenWhereNarrow>
        <span className={styles.keys}>
          <KeyHint keys={keys} />
        </span>
      </UnstyledButton>
      <Spotlight
        store={store}
        actions={[...acts, ...named]}
        shortcut={null}
        filter={(query) => findAll(query, acts, named)}
        onSpotlightOpen={() => setIsOpen(true)}
        onSpotlightClose={() => setIsOpen(false)}
        nothingFound={t('app.paletteNothing')}
        searchProps={{
          placeholder: t('app.palettePlaceholder'),
          'aria-label': t('app.palettePlaceholder'),
          leftSection: <Search size={18} aria-hidden="true" />,
        }}
        classNames={{ action: styles.line ?? '', search: styles.search ?? '', actionsList: styles.list ?? '' }}
        attributes={{ content: { 'aria-label': t('app.palette') } }}
        highlightQuery
        centered={false}
        yOffset="15vh"
        lockScroll={false}
        transitionProps={{ duration: 0 }}
        overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      />
    </>
  );
}
