import type { RefObject } from 'react';
import { Caution } from '../../ui/caution.tsx';
import { VerbWord } from '../../verbs/verb-word.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { insertText } from '../script-editor/insert-text.ts';
import type { Slip } from './slips.ts';

interface SlipsInWordsProps {
  readonly slips: readonly Slip[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** The first field that would be read as it stands, and what is meant by it for one key; the others come after it. */
export function SlipsInWords({ slips, field }: SlipsInWordsProps) {
  const { t } = useWords();
  const [slip] = slips;
  const value = slip?.value ?? null;
  const mend = useVerb({
    id: 'mend-words',
    label: value === null ? t('actions.scripts.show') : t('actions.scripts.write', { text: value }),
    alsoCalled: t('actions.scripts.mend'),
    keys: 'mod+e',
    isDisabled: slip === undefined,
    run: () => {
      if (slip === undefined || field.current === null) return;
      if (value !== null) insertText(field.current, value, slip);
      else {
        field.current.focus();
        field.current.setSelectionRange(slip.start, slip.end);
      }
    },
  });
  if (slip === undefined) return null;
  return (
    <Caution>
      {t('actions.scripts.advice.foreign-field', { name: slip.source })}{' '}
      <VerbWord label={mend.label} keys={mend.keys} run={mend.run} />
    </Caution>
  );
}
