import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';

export function TodayScreen() {
  const { t } = useWords();
  return <Screen title={t('today.title')}>{null}</Screen>;
}
