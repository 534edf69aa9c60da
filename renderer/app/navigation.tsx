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
import { HiddenWhereNarrow } from '../ui/visually-hidden.tsx';
import { KeyHint } from '../verbs/key-hint.tsx';
import { ariaKeys } from '../verbs/keys.ts';
import type { Verb } from '../verbs/registry.ts';
import { useVerbs } from '../verbs/verbs.tsx';
import { useWords } from '../words/index.ts';
import styles from './navigation.module.css';
import { type ScreenName, wentTo } from './place-slice.ts';
import { useAppDispatch, useAppSelector } from './store.ts';

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

/** The screens, each with its key: Ctrl+1 is the first for everybody. */
export function Navigation({ person }: { readonly person: Person }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const now = useAppSelector(({ place }) => place.now.screen);
  const seen = stops.filter(({ isForAll }) => isForAll || isAdmin(person));
  const verbs = seen.map(
    ({ screen }, index): Verb => ({
      id: `go-${screen}`,
      label: t(`${screen}.title`),
      keys: `mod+${index + 1}`,
      isOfFrame: true,
      run: () => void dispatch(wentTo({ screen })),
    }),
  );
  useVerbs(verbs);
  return (
    <nav className={styles.navigation} aria-label={t('app.screens')}>
      <ul className={styles.stops}>
        {seen.map(({ screen, Icon }, index) => (
          <li key={screen}>
            <button
              type="button"
              className={styles.stop}
              aria-current={screen === now ? 'page' : undefined}
              aria-keyshortcuts={ariaKeys(`mod+${index + 1}`)}
              onClick={verbs[index]?.run}
            >
              <Icon className={styles.icon} size={18} strokeWidth={1.75} aria-hidden="true" />
              <HiddenWhereNarrow className={styles.word}>{t(`${screen}.title`)}</HiddenWhereNarrow>
              <span className={styles.keys}>
                <KeyHint keys={`mod+${index + 1}`} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
