import { isAdmin } from '../../app/navigation.tsx';
import { useAppSelector } from '../../app/store.ts';
import { useStartWords } from '../../app/use-start-words.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useReadCampaignQuery } from '../../bridge/rooms/campaign.ts';
import { useListListsQuery } from '../../bridge/rooms/contacts.ts';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';
import { NeedsPerson } from '../results/needs-person.tsx';
import { useHoursAhead } from '../texting/use-hours-ahead.ts';
import { firstStepsOf } from './first-steps.ts';
import { FirstStepsCard } from './first-steps-card.tsx';
import { NothingToText } from './nothing-to-text.tsx';
import { OpenActionsCard } from './open-actions-card.tsx';
import { RepliesCard } from './replies-card.tsx';
import styles from './today-screen.module.css';
import { TodaySkeleton } from './today-skeleton.tsx';
import { useActionsToday } from './use-actions-today.ts';
import { useRepliesToday } from './use-replies-today.ts';
import { WaitsCard } from './waits-card.tsx';

/** Whether there is a list at all. */
const justOne = { limit: 1 };

/** What to do next, in the order of the work, for whoever is here. */
export function TodayScreen() {
  const { t, tell } = useWords();
  const person = useAppSelector(({ session }) => session.session?.person);
  const isPreparing = person !== undefined && isAdmin(person);
  const { data: campaign } = useReadCampaignQuery();
  const { data: actions, error } = useActionsToday();
  const { data: anyList } = useListListsQuery(justOne, { skip: !isPreparing });
  const hasList = anyList && anyList.lists.length > 0;
  const replies = useRepliesToday();
  const hours = useHoursAhead(actions?.open.map(({ actionId }) => actionId));
  const startWords = useStartWords(t('today.startTexting'));
  const isPractice = campaign?.mode === 'practice';
  // Until it is known what there is, no step is offered that might have been taken.
  const isKnown =
    actions !== undefined && hours !== undefined && startWords !== undefined && (!isPreparing || hasList !== undefined);
  const steps = isKnown && isPreparing ? firstStepsOf(hasList ?? false, actions) : null;
  const isFirstTime = steps !== null && steps.next !== null;
  return (
    <Screen title={t('today.title')} lead={isPractice ? t('today.practice') : undefined}>
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      {!isKnown ? (
        !error && <TodaySkeleton />
      ) : (
        <div className={isFirstTime || (replies?.conversations.length ?? 0) === 0 ? styles.oneColumn : styles.columns}>
          <div className={styles.column}>
            {isFirstTime && (
              <FirstStepsCard startWords={startWords} steps={steps} isPractice={isPractice} actions={actions} />
            )}
            <NeedsPerson />
            {actions.open.length > 0 && !isFirstTime && (
              <OpenActionsCard startWords={startWords} actions={actions.open} hours={hours} />
            )}
            {actions.open.length === 0 && !isFirstTime && (
              <NothingToText
                mayMake={isPreparing}
                draftCount={actions.listed.filter(({ state }) => state === 'draft').length}
              />
            )}
          </div>
          <div className={styles.column}>
            {replies && !(isFirstTime && replies.conversations.length === 0) && <RepliesCard replies={replies} />}
            {isPreparing && <WaitsCard />}
          </div>
        </div>
      )}
    </Screen>
  );
}
