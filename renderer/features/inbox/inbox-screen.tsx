import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';

export function InboxScreen() {
  const { t } = useWords();
  return <Screen title={t('inbox.title')}>{null}</Screen>;
}
