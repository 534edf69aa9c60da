import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { fullName } from '../../../shared/domain/full-name.ts';
import { useAppSelector } from '../../app/store.ts';
import { useListSignInQuery } from '../../bridge/rooms/people.ts';
import { Card } from '../../ui/card.tsx';
import { Problem } from '../../ui/problem.tsx';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { useVerbs } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { OtherCampaigns } from './other-campaigns.tsx';
import styles from './sign-in.module.css';
import { lastPersonHere, useSignIn } from './use-sign-in.ts';

/** The first nine people have a key each. */
const keyedPeople = 9;

/**
 * People say who they are by choosing themselves. Who is alone, or was here a moment ago, is not asked, unless they have
 * just signed out.
 */
export function SignIn({ campaignName }: { readonly campaignName: string }) {
  const { t, tell } = useWords();
  const { data } = useListSignInQuery();
  const { signIn, isBusy, error } = useSignIn();
  const people = data?.people ?? [];
  const isAsked = useRef(false);
  const wasLeft = useAppSelector(({ session }) => session.wasLeft);
  const onlyOne = people.length === 1 && !wasLeft ? people[0] : undefined;
  const known = people.find(({ userId }) => userId === lastPersonHere()) ?? onlyOne;

  useVerbs(
    people.slice(0, keyedPeople).map((person, index) => ({
      id: `sign-in-${person.userId}`,
      label: fullName(person),
      keys: `${index + 1}`,
      isDisabled: isBusy,
      isHidden: true,
      run: () => void signIn(person.userId),
    })),
  );

  useEffect(() => {
    if (known === undefined || isAsked.current) return;
    isAsked.current = true;
    void signIn(known.userId);
  });

  if (data === undefined || (known !== undefined && error === null)) return null;
  return (
    <>
      <Card level={1} title={t('start.whoAreYou')} lead={t('start.whoLead', { campaign: campaignName })}>
        {error !== null && <Problem>{tell(error)}</Problem>}
        <ul className={styles.people}>
          {people.map((person, index) => (
            <li key={person.userId}>
              <UnstyledButton
                className={styles.person}
                disabled={isBusy}
                onClick={() => void signIn(person.userId)}
                aria-keyshortcuts={index < keyedPeople ? `${index + 1}` : undefined}
              >
                <span className={styles.key}>{index < keyedPeople && <KeyHint keys={`${index + 1}`} />}</span>
                <span className={styles.name}>{fullName(person)}</span>
                <span className={styles.role}>{t(`people.roles.${person.role}`)}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Card>
      <OtherCampaigns />
    </>
  );
}
