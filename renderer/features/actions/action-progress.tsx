import type { ActionProgress as Progress } from '../../bridge/rooms/assignments.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWords } from '../../words/index.ts';

interface ActionProgressProps {
  readonly progress: Progress;
  /** The action has ended: nothing remains to be done. */
  readonly isOver: boolean;
}

/** For how many of an action's contacts nobody has decided a text yet. Whether what was decided has left is told elsewhere. */
export function ActionProgress({ progress: { unassigned, claimed, texted }, isOver }: ActionProgressProps) {
  const { t, formats } = useWords();
  const all = unassigned + claimed + texted;
  const counts = { count: unassigned + claimed, left: formats.number(unassigned + claimed), all: formats.number(all) };
  const text = isOver ? t('actions.leftOfOver', counts) : t('actions.leftOf', counts);
  return <ProgressBar label={t('actions.progress')} share={all === 0 ? 0 : texted / all} text={text} />;
}
