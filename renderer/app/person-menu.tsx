import { Menu, UnstyledButton } from '@mantine/core';
import { LogOut, UserRound } from 'lucide-react';
import { fullName } from '../../shared/domain/full-name.ts';
import type { Person } from '../bridge/session-slice.ts';
import { useSignOut } from '../features/start/use-sign-in.ts';
import { HiddenWhereNarrow, VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useVerb } from '../verbs/verbs.tsx';
import { alsoCalled } from '../words/also-called.ts';
import { useWords } from '../words/index.ts';
import styles from './person-menu.module.css';

/** Who is at the desk, and the way to make room for somebody else. */
export function PersonMenu({ person }: { readonly person: Person }) {
  const { t } = useWords();
  const signOut = useSignOut();
  const { label, run } = useVerb({
    id: 'sign-out',
    label: t('app.signOut'),
    alsoCalled: alsoCalled('signOut'),
    run: () => void signOut(),
  });
  return (
    <Menu position="top-start" width={200}>
      <Menu.Target>
        <UnstyledButton className={styles.person}>
          <VisuallyHidden>{t('app.signedInAs')}</VisuallyHidden>
          <UserRound size={16} aria-hidden="true" />
          <span className={styles.who}>
            <HiddenWhereNarrow className={styles.name}>{fullName(person)}</HiddenWhereNarrow>
            <HiddenWhereNarrow className={styles.role}>{t(`people.roles.${person.role}`)}</HiddenWhereNarrow>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<LogOut size={16} aria-hidden="true" />} onClick={run}>
          {label}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
