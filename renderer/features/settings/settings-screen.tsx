import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';

export function SettingsScreen() {
  const { t } = useWords();
  return <Screen title={t('settings.title')}>{null}</Screen>;
}
