import { UnstyledButton } from '@mantine/core';
import { Caution } from '../../ui/caution.tsx';
import { useWords } from '../../words/index.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import styles from './preview-notes.module.css';
import { useLacking } from './use-lacking.ts';

interface LackingNoteProps {
  readonly listId: number;
  readonly variable: string;
  /** Whoever is shown lacks it already. */
  readonly isShown: boolean;
  /** Shows a contact who lacks it. */
  readonly onShow: (contactId: number) => void;
}

/** How many contacts of the list have no value for a variable of the text, and the way to one of them. */
export function LackingNote({ listId, variable, isShown, onShow }: LackingNoteProps) {
  const { t, formats } = useWords();
  const nameOf = useVariableName();
  const counted = useLacking(listId, variable);
  if (counted === undefined || counted.lacking === 0) return null;
  const { contacts, lacking, contactId } = counted;
  const named = { variable: nameOf(variable) };
  return (
    <p className={styles.lacking}>
      <Caution>
        {lacking === contacts
          ? t('actions.lackedByAll', named)
          : t('actions.lackedBy', { ...named, count: lacking, shown: formats.number(lacking) })}{' '}
        {contactId !== null && !isShown && (
          <UnstyledButton
            className={styles.show}
            aria-label={t('actions.showOneWithout', named)}
            onClick={() => onShow(contactId)}
          >
            {t('actions.showOne')}
          </UnstyledButton>
        )}
      </Caution>
    </p>
  );
}
