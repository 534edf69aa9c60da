import type { AppError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { useShowDataFolderMutation } from '../features/campaign/api.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { language, words } from './words.ts';

interface StoreProblemProps {
  readonly error: AppError;
  /** The reason may pass by itself, and the engine is started again without being asked. */
  readonly keepsTrying: boolean;
}

/** Stands in for every screen while the store cannot be opened: the reason in full, and what a person can do. */
export function StoreProblem({ error, keepsTrying }: StoreProblemProps) {
  const [showDataFolder] = useShowDataFolderMutation();
  return (
    <Card level={1} title={words.problem.title}>
      <div role="alert">
        <p>{sentenceOf(error, language)}</p>
        {keepsTrying && <p>{words.problem.keepsTrying}</p>}
      </div>
      <ButtonRow>
        {/* Loading the page anew asks main for another try. */}
        {!keepsTrying && <Button onClick={() => location.reload()}>{words.problem.tryAgain}</Button>}
        <Button look="quiet" onClick={() => void showDataFolder()}>
          {words.showFolder}
        </Button>
      </ButtonRow>
    </Card>
  );
}
