import { useListListsQuery } from '../../bridge/rooms/contacts.ts';
import { Card } from '../../ui/card.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWords } from '../../words/index.ts';
import { listsToChoose } from './lists-to-choose.ts';
import { useActionProgress } from './use-action-progress.ts';

/** How far an action is on its way out. Counted from what is laid out, so it is right after a restart too. */
export function Publishing({ actionId, listId }: { readonly actionId: number; readonly listId: number }) {
  const { t, formats } = useWords();
  const data = useActionProgress(actionId, 'publishing');
  const { data: listsData } = useListListsQuery(listsToChoose);
  const all = listsData?.lists.find((list) => list.listId === listId)?.contactCount ?? 0;
  const ready = data === undefined ? 0 : data.unassigned + data.claimed + data.texted + data.leftOut;
  return (
    <Card title={t('actions.gettingReady')} lead={t('actions.gettingReadyLead')}>
      <ProgressBar
        label={t('actions.gettingReady')}
        share={all === 0 ? 0 : Math.min(1, ready / all)}
        text={t('actions.readyOf', { ready: formats.number(ready), all: formats.number(all) })}
      />
    </Card>
  );
}
