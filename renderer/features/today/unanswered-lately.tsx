import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useUnanswered } from '../../app/use-unanswered.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { filterChosen } from '../inbox/inbox-slice.ts';
import styles from './replies-card.module.css';

/** Who ended an action has been told for long enough; the inbox tells for as long as it holds. */
const latelyDays = 7;

/** Who got no answer before their action ended a short time ago, and the way to what they wrote. */
export function UnansweredLately() {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const { count, hasMore } = useUnanswered(latelyDays) ?? { count: 0, hasMore: false };
  const read = useVerb({
    id: 'today-unanswered',
    label: t('today.readUnanswered'),
    keys: 'u',
    isDisabled: count === 0,
    isHidden: count === 0,
    run: () => {
      dispatch(filterChosen('unanswered'));
      dispatch(wentTo({ screen: 'inbox' }));
    },
  });
  if (count === 0) return null;
  const counted = { count, number: formats.number(count), days: formats.number(latelyDays) };
  return (
    <>
      <p className={styles.none}>{t(hasMore ? 'today.unansweredMany' : 'today.unanswered', counted)}</p>
      <div>
        <VerbButton verb={read} variant="default" size="compact-sm" />
      </div>
    </>
  );
}
