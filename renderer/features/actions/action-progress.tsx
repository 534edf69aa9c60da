import type { ActionProgress as Progress } from '../../bridge/rooms/assignments.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWords } from '../../words/index.ts';

/** How many of an action's contacts have been texted. */
export function ActionProgress({ progress: { unassigned, claimed, texted } }: { readonly progress: Progress }) {
  const { t, formats } = useWords();
  const all = unassigned + claimed + texted;
  const text = t('actions.textedOf', { texted: formats.number(texted), all: formats.number(all) });
  return <ProgressBar label={t('actions.progress')} share={all === 0 ? 0 : texted / all} text={text} />;
}
