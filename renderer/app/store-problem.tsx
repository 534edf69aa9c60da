import { Button, Group } from '@mantine/core';
import type { AppError } from '../../shared/errors.ts';
import { useShowDataFolderMutation } from '../bridge/rooms/files.ts';
import { Card } from '../ui/card.tsx';
import { useWords } from '../words/index.ts';

interface StoreProblemProps {
  readonly error: AppError;
  /** The reason may pass by itself, and the engine is started again without being asked. */
  readonly keepsTrying: boolean;
}

/** Stands in for every screen while the store cannot be opened: the reason in full, and what a person can do. */
export function StoreProblem({ error, keepsTrying }: StoreProblemProps) {
  const { t, tell } = useWords();
  const [showDataFolder] = useShowDataFolderMutation();
  return (
    <Card level={1} title={t('app.problemTitle')}>
      <div role="alert">
        <p>{tell(error)}</p>
        {keepsTrying && <p>{t('app.problemKeepsTrying')}</p>}
      </div>
      <Group>
        {/* Loading the page anew asks main for another try. */}
        {!keepsTrying && <Button onClick={() => location.reload()}>{t('app.tryAgain')}</Button>}
        <Button variant="default" onClick={() => void showDataFolder()}>
          {t('app.showFolder')}
        </Button>
      </Group>
    </Card>
  );
}
