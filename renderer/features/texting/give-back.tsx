import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { isDone } from './desk.ts';
import { useGiveBackMutation } from './texting-api.ts';
import { openDesk } from './work-desk.ts';

/** For whoever stops for the day: the rest of the batch is there for others at once. Nothing is lost by it, so nothing is asked. */
export function GiveBack({ actionId }: { readonly actionId: number }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const isHere = useIsHere();
  const intent = useIntent();
  const [giveBack, { isLoading }] = useGiveBackMutation();
  const standing = useAppSelector(({ texting }) => {
    const desk = texting[actionId];
    if (desk === undefined || desk.phase !== 'texting' || isDone(desk)) return 'empty';
    // What was pressed is kept first: else it would come back as not one's own.
    return desk.sending.length > 0 ? 'sending' : 'left';
  });

  async function give(): Promise<void> {
    const { data } = await giveBack({ actionId, intentId: intent.of(actionId) });
    if (data === undefined) return;
    intent.done();
    if (isHere()) void dispatch(openDesk(actionId, { mayClaim: false }));
  }

  const verb = useVerb({
    id: 'texting-give-back',
    label: t('texting.giveBackRest'),
    keys: 'g',
    isDisabled: isLoading || standing !== 'left',
    isHidden: standing === 'empty',
    run: () => void give(),
  });
  return standing === 'empty' ? null : <VerbButton verb={verb} variant="subtle" />;
}
