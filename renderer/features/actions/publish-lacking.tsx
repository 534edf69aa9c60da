import { TriangleAlert } from 'lucide-react';
import { Late } from '../../ui/late.tsx';
import { useWords } from '../../words/index.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import type { Draft } from './draft.ts';
import { textsOf } from './draft-texts.ts';
import { textsToHave } from './lacking.ts';
import styles from './publish-facts.module.css';
import { useLacking } from './use-lacking.ts';

interface PublishLackingProps {
  readonly draft: Draft;
  readonly listId: number;
}

/** Whose texts would have a hole: for each variable of the texts, how many contacts have no value for it. */
export function PublishLacking({ draft, listId }: PublishLackingProps) {
  const { t } = useWords();
  const keysOf = [...textsToHave(draft)];
  if (keysOf.length === 0) return null;
  const texts = textsOf(draft, t);
  const titlesOf = (keys: readonly string[]): string =>
    texts
      .filter(({ script }) => keys.includes(script.key))
      .map(({ title }) => title)
      .join(', ');
  return (
    <div className={styles.notes}>
      {keysOf.map(([variable, keys]) => (
        <Lacked
          key={variable}
          listId={listId}
          variable={variable}
          titles={texts.length > 1 ? `${titlesOf(keys)}: ` : ''}
        />
      ))}
    </div>
  );
}

interface LackedProps {
  readonly listId: number;
  readonly variable: string;
  /** Of the texts that have it, with a colon; empty where there is only one. */
  readonly titles: string;
}

function Lacked({ listId, variable, titles }: LackedProps) {
  const { t, formats } = useWords();
  const nameOf = useVariableName();
  const counted = useLacking(listId, variable, true);
  const named = { variable: nameOf(variable) };
  if (counted === undefined) {
    return (
      <Late>
        <span className={styles.aside}>{t('actions.lackingCounted', named)}</span>
      </Late>
    );
  }
  const { contacts, lacking } = counted;
  if (lacking === 0) return null;
  const shown = { count: lacking, shown: formats.number(lacking), all: formats.number(contacts) };
  return (
    <p className={styles.note}>
      <TriangleAlert className={styles.icon} size={16} aria-hidden="true" />
      <span>
        {titles !== '' && <b>{titles}</b>}
        {lacking === contacts ? t('actions.lackedByAll', named) : t('actions.lackedByOf', { ...named, ...shown })}{' '}
        {t('actions.lackedMeans')}
      </span>
    </p>
  );
}
