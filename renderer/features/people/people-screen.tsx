import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';

export function PeopleScreen() {
  const { t } = useWords();
  return <Screen title={t('people.title')}>{null}</Screen>;
}
