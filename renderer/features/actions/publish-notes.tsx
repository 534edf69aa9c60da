import { Lightbulb } from 'lucide-react';
import { useWords } from '../../words/index.ts';
import { useTexterNames } from '../script-editor/use-texter-names.ts';
import type { Draft } from './draft.ts';
import { textsOf } from './draft-texts.ts';
import { noteFirstTexts } from './first-text-notes.ts';
import styles from './publish-facts.module.css';

interface PublishNotesProps {
  readonly draft: Draft;
  readonly campaignName: string;
}

/** What was said of the first texts while they were written, once more before they are fixed. */
export function PublishNotes({ draft, campaignName }: PublishNotesProps) {
  const { t } = useWords();
  const people = useTexterNames();
  const titles = new Map(textsOf(draft, t).map(({ script, title }) => [script.key, title]));
  const isTest = draft.initial.length > 1;
  const notes = noteFirstTexts(draft.initial, { people, campaignName });
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map(({ code, name, keys }) => (
        <li key={`${code} ${name}`} className={styles.note}>
          <Lightbulb className={styles.icon} size={16} aria-hidden="true" />
          <span>
            {isTest && <b>{`${keys.map((key) => titles.get(key)).join(', ')}: `}</b>}
            {t(`actions.scripts.advice.${code}`, { name })}
          </span>
        </li>
      ))}
    </ul>
  );
}
