import { useState } from 'react';
import { useAppSelector, useAppStore } from '../../app/store.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { changedCountOf } from './changed-count.ts';
import { isDone } from './desk.ts';
import { GiveBackDialog } from './give-back-dialog.tsx';
import { useGiveBack } from './use-give-back.ts';

/**
 * For whoever stops for the day: the rest of the batch is there for others at once. It is asked about only where words that
 * somebody has changed would not be there for whoever gets their contact next.
 */
export function GiveBack({ actionId }: { readonly actionId: number }) {
  const { t } = useWords();
  const store = useAppStore();
  const [changedCount, setChangedCount] = useState(0);
  const give = useGiveBack(actionId);
  const standing = useAppSelector(({ texting }) => {
    const desk = texting[actionId];
    if (desk === undefined || (desk.phase !== 'texting' && desk.phase !== 'giving-back') || isDone(desk))
      return 'empty';
    // What was pressed is kept first: else it would come back as not one's own.
    return desk.sending.length > 0 || desk.phase === 'giving-back' ? 'busy' : 'left';
  });
  function giveOrAsk(): void {
    // Counted now, because each press would have to wait for it otherwise.
    const count = changedCountOf(store.getState(), actionId);
    if (count > 0) setChangedCount(count);
    else void give();
  }
  const verb = useVerb({
    id: 'texting-give-back-rest',
    label: t('texting.giveBackRest'),
    keys: 'g',
    isDisabled: standing !== 'left',
    isHidden: standing === 'empty',
    run: giveOrAsk,
  });
  if (standing === 'empty') return null;
  return (
    <>
      <VerbButton verb={verb} variant="subtle" />
      {changedCount > 0 && <GiveBackDialog count={changedCount} give={give} onClose={() => setChangedCount(0)} />}
    </>
  );
}
