import { Lightbulb, TriangleAlert } from 'lucide-react';
import { useWords } from '../../words/index.ts';
import { isWarning } from '../script-editor/advice.ts';
import { useOfferedVariables } from '../script-editor/use-offered-variables.ts';
import { useTexterNames } from '../script-editor/use-texter-names.ts';
import type { Draft } from './draft.ts';
import { textsOf } from './draft-texts.ts';
import styles from './publish-facts.module.css';
import { noteTexts } from './text-notes.ts';

interface PublishNotesProps {
  readonly draft: Draft;
  readonly campaignName: string;
}

/** What was said of the texts while they were written, once more before they come out: what contacts would see first. */
export function PublishNotes({ draft, campaignName }: PublishNotesProps) {
  const { t } = useWords();
  const people = useTexterNames();
  const fields = useOfferedVariables();
  const titles = new Map(textsOf(draft, t).map(({ script, title }) => [script.key, title]));
  const notes = noteTexts(draft, { people, campaignName, fields });
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => {
        const { code, name, keys } = note;
        const Icon = isWarning(note) ? TriangleAlert : Lightbulb;
        return (
          <li key={`${code} ${name}`} className={styles.note}>
            <Icon className={styles.icon} size={16} aria-hidden="true" />
            <span>
              {titles.size > 1 && <b>{`${keys.map((key) => titles.get(key)).join(', ')}: `}</b>}
              {t(`actions.scripts.advice.${code}`, { name })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
