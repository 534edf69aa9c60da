import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import styles from './action-scripts.module.css';
import { letterOf } from './draft.ts';
import { ScriptText } from './script-text.tsx';

interface ActionScriptsProps {
  readonly title: string;
  readonly scripts: readonly { readonly scriptId: number; readonly name: string; readonly body: string }[];
  /** Several first texts: each contact gets one of them. */
  readonly isTest: boolean;
  /** A first text that is alone needs no name. */
  readonly hasNames: boolean;
}

/** What is texted in an action, to be read and not to be changed. */
export function ActionScripts({ title, scripts, isTest, hasNames }: ActionScriptsProps) {
  const { t } = useWords();
  return (
    <Card title={title} {...(isTest && { lead: t('actions.testLead') })}>
      <ul className={styles.scripts}>
        {scripts.map(({ scriptId, name, body }, index) => (
          <li key={scriptId} className={styles.script}>
            {hasNames && (
              <h3 className={styles.name}>{isTest ? t('actions.textLetter', { letter: letterOf(index) }) : name}</h3>
            )}
            <ScriptText body={body} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
