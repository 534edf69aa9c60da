import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';

export function ActionsScreen() {
  const { t } = useWords();
  return <Screen title={t('actions.title')}>{null}</Screen>;
}
