import { scanScript } from '../../../shared/domain/script-scan.ts';
import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import { oneWord } from '../script-editor/one-word.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import styles from './action-scripts.module.css';
import { letterOf } from './draft.ts';

interface ActionScriptsProps {
  readonly title: string;
  readonly scripts: readonly { readonly scriptId: number; readonly name: string; readonly body: string }[];
  /** Several first texts: each contact gets one of them. */
  readonly isTest: boolean;
}

/** What is texted in an action, to be read and not to be changed. */
export function ActionScripts({ title, scripts, isTest }: ActionScriptsProps) {
  const { t } = useWords();
  return (
    <Card title={title} {...(isTest && { lead: t('actions.testLead') })}>
      <ul className={styles.scripts}>
        {scripts.map(({ scriptId, name, body }, index) => (
          <li key={scriptId} className={styles.script}>
            <h3 className={styles.name}>{isTest ? t('actions.textLetter', { letter: letterOf(index) }) : name}</h3>
            <ScriptText body={body} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A script with its variables in words. */
function ScriptText({ body }: { readonly body: string }) {
  const nameOf = useVariableName();
  let at = 0;
  return (
    <p className={styles.body}>
      {scanScript(body).map((piece) => {
        const key = at;
        at += piece.source.length;
        return piece.kind === 'variable' ? (
          <span key={key} className={styles.variable}>
            {oneWord(nameOf(piece.name))}
          </span>
        ) : (
          <span key={key}>{piece.source}</span>
        );
      })}
    </p>
  );
}
