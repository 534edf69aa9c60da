import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';

export function ContactsScreen() {
  const { t } = useWords();
  return <Screen title={t('contacts.title')}>{null}</Screen>;
}
