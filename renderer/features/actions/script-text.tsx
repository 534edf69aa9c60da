import { scanScript } from '../../../shared/domain/script-scan.ts';
import { oneWord } from '../script-editor/one-word.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import styles from './action-scripts.module.css';

/** A script with its variables in words. */
export function ScriptText({ body }: { readonly body: string }) {
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
