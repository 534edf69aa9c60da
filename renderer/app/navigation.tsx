import {
  ChartColumn,
  House,
  Inbox,
  type LucideIcon,
  Megaphone,
  MessageSquareText,
  Settings,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { Person } from '../bridge/session-slice.ts';
import { HiddenWhereNarrow, VisuallyHidden } from '../ui/visually-hidden.tsx';
import { KeyHint } from '../verbs/key-hint.tsx';
import { ariaKeys } from '../verbs/keys.ts';
import type { Verb } from '../verbs/registry.ts';
import { useVerbs } from '../verbs/verbs.tsx';
import { alsoCalled } from '../words/also-called.ts';
import { useWords } from '../words/index.ts';
import styles from './navigation.module.css';
import { type ScreenName, wentTo } from './place-slice.ts';
import { useAppDispatch, useAppSelector } from './store.ts';
import { useNeedingAnswer } from './use-needing-answer.ts';

interface Stop {
  readonly screen: ScreenName;
  readonly Icon: LucideIcon;
  /** Texters and leads see only what is theirs. */
  readonly isForAll: boolean;
}

/** In the order of a day: what is to do, whom, what, the texting itself, what came of it. */
const stops: readonly Stop[] = [
  { screen: 'today', Icon: House, isForAll: true },
  { screen: 'contacts', Icon: UsersRound, isForAll: false },
  { screen: 'actions', Icon: Megaphone, isForAll: false },
  { screen: 'texting', Icon: MessageSquareText, isForAll: true },
  { screen: 'inbox', Icon: Inbox, isForAll: true },
  { screen: 'results', Icon: ChartColumn, isForAll: false },
  { screen: 'people', Icon: UserRound, isForAll: false },
  { screen: 'settings', Icon: Settings, isForAll: true },
];

export function isAdmin({ role }: Person): boolean {
  return role === 'admin' || role === 'owner';
}

/** The key of a screen is the same for everybody: who sees fewer of them has gaps. */
const keysOf = (stop: Stop): string => `mod+${stops.indexOf(stop) + 1}`;

/** The stops of the rail that somebody has. */
export function stopsFor(person: Person): readonly Stop[] {
  return stops.filter(({ isForAll }) => isForAll || isAdmin(person));
}

/** The screens, each with its key. */
export function Navigation({ person }: { readonly person: Person }) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const needing = useNeedingAnswer();
  const now = useAppSelector(({ place }) => place.now.screen);
  const seen = stopsFor(person);
  const verbs = seen.map(
    (stop): Verb => ({
      id: `go-${stop.screen}`,
      label: t(`${stop.screen}.title`),
      alsoCalled: alsoCalled(`go.${stop.screen}`),
      keys: keysOf(stop),
      isOfFrame: true,
      run: () => void dispatch(wentTo({ screen: stop.screen })),
    }),
  );
  useVerbs(verbs);
  const counted =
    needing === undefined || needing.count === 0
      ? null
      : { count: needing.count, number: `${formats.number(needing.count)}${needing.hasMore ? '+' : ''}` };
  return (
    <nav className={styles.navigation} aria-label={t('app.screens')}>
      <ul className={styles.stops}>
        {seen.map((stop, index) => (
          <li key={stop.screen}>
            <button
              type="button"
              className={styles.stop}
              aria-current={stop.screen === now ? 'page' : undefined}
              aria-keyshortcuts={ariaKeys(keysOf(stop))}
              onClick={verbs[index]?.run}
            >
              <stop.Icon className={styles.icon} size={18} strokeWidth={1.75} aria-hidden="true" />
              <HiddenWhereNarrow className={styles.word}>{t(`${stop.screen}.title`)}</HiddenWhereNarrow>
              {/* Read with the link, and never by itself. */}
              {stop.screen === 'inbox' && counted !== null && (
                <>
                  {' '}
                  <VisuallyHidden>{t('app.needAnswer', counted)}</VisuallyHidden>
                </>
              )}
              <span className={styles.end}>
                {stop.screen === 'inbox' && counted !== null && (
                  <span className={styles.count} aria-hidden="true">
                    {counted.number}
                  </span>
                )}
                <span className={styles.keys}>
                  <KeyHint keys={keysOf(stop)} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
