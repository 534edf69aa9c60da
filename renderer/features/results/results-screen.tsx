import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';

export function ResultsScreen() {
  const { t } = useWords();
  return <Screen title={t('results.title')}>{null}</Screen>;
}
