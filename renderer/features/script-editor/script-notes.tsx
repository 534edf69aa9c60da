import { UnstyledButton } from '@mantine/core';
import { CircleAlert, Lightbulb } from 'lucide-react';
import { useWords } from '../../words/index.ts';
import { type Advice, isBar } from './advice.ts';
import type { PlacedProblem } from './problem-places.ts';
import styles from './script-notes.module.css';

interface Place {
  readonly start: number;
  readonly end: number;
}

interface ScriptNotesProps {
  readonly problems: readonly PlacedProblem[];
  readonly advice: readonly Advice[];
  /** Puts the cursor there. */
  readonly onShow: (place: Place) => void;
  /** Writes it at the place, or at the cursor without one. */
  readonly onWrite: (text: string, place?: Place) => void;
  /** Writes it at the end of the text. */
  readonly onAppend: (text: string) => void;
}

/** What is to be mended in a text, and what would make it better, each with the way to do it. */
export function ScriptNotes({ problems, advice, onShow, onWrite, onAppend }: ScriptNotesProps) {
  const { t, tell } = useWords();
  if (problems.length === 0 && advice.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {problems.map(({ start, end, error }) => {
        const suggestion = error.params?.['suggestion'];
        return (
          <li key={`${error.code} ${start}`} className={styles.problem}>
            <CircleAlert className={styles.icon} size={16} aria-hidden="true" />
            <span className={styles.words}>
              {tell(error)}{' '}
              {typeof suggestion === 'string' ? (
                <Mend
                  label={t('actions.scripts.write', { text: suggestion })}
                  onMend={() => onWrite(suggestion, { start, end })}
                />
              ) : (
                <Mend label={t('actions.scripts.show')} onMend={() => onShow({ start, end })} />
              )}
            </span>
          </li>
        );
      })}
      {advice.map((each) => {
        const { code, place, insertion } = each;
        const Icon = isBar(each) ? CircleAlert : Lightbulb;
        return (
          <li key={code} className={isBar(each) ? styles.problem : styles.advice}>
            <Icon className={styles.icon} size={16} aria-hidden="true" />
            <span className={styles.words}>
              {t(`actions.scripts.advice.${code}`)}{' '}
              {code === 'no-opt-out' && (
                <Mend
                  label={t('actions.scripts.addOptOut')}
                  onMend={() => onAppend(t('actions.scripts.optOutSentence'))}
                />
              )}
              {insertion !== undefined && (
                <Mend label={t('actions.scripts.write', { text: insertion })} onMend={() => onWrite(insertion)} />
              )}
              {place !== undefined && <Mend label={t('actions.scripts.show')} onMend={() => onShow(place)} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Mend({ label, onMend }: { readonly label: string; readonly onMend: () => void }) {
  return (
    <UnstyledButton className={styles.mend} onClick={onMend}>
      {label}
    </UnstyledButton>
  );
}
