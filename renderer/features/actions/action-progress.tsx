import { useWords } from '../../words/index.ts';
import { useReadActionProgressQuery } from './actions-api.ts';
import { ProgressBar } from './progress-bar.tsx';

/** How many of an action's contacts have been texted. */
export function ActionProgress({ actionId }: { readonly actionId: number }) {
  const { t, formats } = useWords();
  const { data } = useReadActionProgressQuery(actionId);
  if (data === undefined) return null;
  const all = data.unassigned + data.claimed + data.texted;
  const text = t('actions.textedOf', { texted: formats.number(data.texted), all: formats.number(all) });
  return <ProgressBar label={t('actions.progress')} share={all === 0 ? 0 : data.texted / all} text={text} />;
}
