import { UnstyledButton } from '@mantine/core';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { HiddenWhereNarrow } from '../ui/visually-hidden.tsx';
import { KeyHint } from '../verbs/key-hint.tsx';
import { ariaKeys } from '../verbs/keys.ts';
import type { Verb } from '../verbs/registry.ts';
import { useVerb, useVerbRegistry } from '../verbs/verbs.tsx';
import { useWords } from '../words/index.ts';
import { findAll } from './find-acts.ts';
import styles from './palette.module.css';
import { useLookElsewhere } from './use-look-elsewhere.ts';
import { type Named, useNamed } from './use-named.ts';

const [store, spotlight] = createSpotlight();
const keys = 'mod+k';

type Line = Verb | Named;

/** Everything that can be done now, and every action, list and person of the campaign, by typing a part of its name. */
export function Palette() {
  const { t } = useWords();
  const registry = useVerbRegistry();
  const [acts, setActs] = useState<readonly Verb[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const named = useNamed(isOpen);
  const elsewhere = useLookElsewhere();
  const { label, run } = useVerb({
    id: 'palette',
    label: t('app.palette'),
    keys,
    isHidden: true,
    isOfFrame: true,
    run: () => {
      setActs(registry.list().filter(({ isDisabled, isHidden, inDialog }) => !isDisabled && !isHidden && !inDialog));
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
        // The filter gives all there is to show.
        actions={[]}
        shortcut={null}
        filter={(query) => findAll<Line>(query, { acts, named, elsewhere }).map(spotlightLine)}
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

function spotlightLine(line: Line): SpotlightActionData {
  const { id, label, run } = line;
  if ('description' in line) return { id, label, description: line.description, onClick: run };
  return { id, label, onClick: run, rightSection: line.keys && <KeyHint keys={line.keys} isHeardInFields /> };
}
