import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Card } from '../../ui/card.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { useListSignInQuery } from './people-api.ts';
import styles from './sign-in.module.css';
import { lastPersonHere, useSignIn } from './use-sign-in.ts';

/** People say who they are by choosing themselves. Who is alone, or was here a moment ago, is not asked. */
export function SignIn({ campaignName }: { readonly campaignName: string }) {
  const { t, tell } = useWords();
  const { data } = useListSignInQuery();
  const { signIn, isBusy, error } = useSignIn();
  const people = data?.people ?? [];
  const isAsked = useRef(false);
  const known =
    people.find(({ userId }) => userId === lastPersonHere()) ?? (people.length === 1 ? people[0] : undefined);

  useEffect(() => {
    if (known === undefined || isAsked.current) return;
    isAsked.current = true;
    void signIn(known.userId);
  });

  if (data === undefined || (known !== undefined && error === null)) return null;
  return (
    <Card level={1} title={t('start.whoAreYou')} lead={t('start.whoLead', { campaign: campaignName })}>
      {error !== null && <Problem>{tell(error)}</Problem>}
      <ul className={styles.people}>
        {people.map(({ userId, firstName, lastName, role }) => (
          <li key={userId}>
            <UnstyledButton className={styles.person} disabled={isBusy} onClick={() => void signIn(userId)}>
              <span className={styles.name}>{`${firstName} ${lastName}`.trim()}</span>
              <span className={styles.role}>{t(`people.roles.${role}`)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
