import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';

export function TextingScreen() {
  const { t } = useWords();
  return <Screen title={t('texting.title')}>{null}</Screen>;
}
