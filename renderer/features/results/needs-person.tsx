import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import styles from './needs-person.module.css';
import { UndecidedText } from './undecided-text.tsx';
import { useUndecidedTexts } from './use-undecided-texts.ts';

/**
 * The texts that neither time nor Fieldline can decide about: an admin sends or withdraws each. Nothing at all for others,
 * or while there are none.
 */
export function NeedsPerson() {
  const { t } = useWords();
  const data = useUndecidedTexts();
  if (data === undefined || data.messages.length === 0) return null;
  return (
    <Card title={t('results.needsPerson.title')} lead={t('results.needsPerson.lead')}>
      <ul className={styles.texts}>
        {data.messages.map((message) => (
          <UndecidedText key={message.messageId} message={message} />
        ))}
      </ul>
      {data.next !== null && <p className={styles.more}>{t('results.needsPerson.more')}</p>}
    </Card>
  );
}
