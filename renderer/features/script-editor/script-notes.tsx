import { Check, Circle, CircleAlert, Lightbulb, type LucideIcon, TriangleAlert } from 'lucide-react';
import { VerbWord } from '../../verbs/verb-word.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { Note } from './notes.ts';
import styles from './script-notes.module.css';

interface ScriptNotesProps {
  /** Those that are always there, whether or not there is anything to mend. */
  readonly checks: readonly Note[];
  readonly others: readonly Note[];
  /** The text that the key belongs to now, of several on the screen. */
  readonly isCurrent: boolean;
}

const icons: Readonly<Record<Note['tone'], LucideIcon>> = {
  problem: CircleAlert,
  warning: TriangleAlert,
  advice: Lightbulb,
  met: Check,
  open: Circle,
};

/**
 * What is to be mended in a text, and what would make it better, each with the way to do it; the first of them by a key.
 * The checks stand still, and there is room for one more line, so that nothing below moves while one writes.
 */
export function ScriptNotes({ checks, others, isCurrent }: ScriptNotesProps) {
  const { t } = useWords();
  const urgent = others.filter(({ tone }) => tone === 'problem' || tone === 'warning');
  const first = [...urgent, ...checks, ...others].find(({ mend }) => mend);
  const { keys } = useVerb({
    id: 'mend-script',
    label: first?.mend?.label ?? t('actions.scripts.mend'),
    alsoCalled: t('actions.scripts.mend'),
    keys: 'mod+e',
    isDisabled: !isCurrent || first === undefined,
    run: () => first?.mend?.run(),
  });
  const lines = (notes: readonly Note[]) =>
    notes.map((note) => (
      <Line key={note.key} note={note} keys={isCurrent && note.key === first?.key ? keys : undefined} />
    ));
  return (
    <div className={styles.notes}>
      {checks.length > 0 && <ul className={`${styles.list} ${styles.checks}`}>{lines(checks)}</ul>}
      <ul className={`${styles.list} ${styles.others}`}>{lines(others)}</ul>
    </div>
  );
}

interface LineProps {
  readonly note: Note;
  readonly keys: string | undefined;
}

function Line({ note: { tone, words, mend }, keys }: LineProps) {
  const Icon = icons[tone];
  return (
    <li className={`${styles.line} ${styles[tone]}`}>
      <Icon className={styles.icon} size={16} aria-hidden="true" />
      <span className={styles.words}>
        {words}
        {mend !== undefined && (
          <>
            {' '}
            <VerbWord label={mend.label} keys={keys} run={mend.run} />
          </>
        )}
      </span>
    </li>
  );
}
