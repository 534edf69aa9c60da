import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { fullName } from '../../../shared/domain/full-name.ts';
import { useAppSelector } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useListSignInQuery } from '../../bridge/rooms/people.ts';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { AddPerson } from './add-person.tsx';
import styles from './people-screen.module.css';
import { PeopleTable } from './people-table.tsx';

/** So many people are found by reading, more by typing. */
const readAtAGlance = 12;

/** Who works in this campaign. */
export function PeopleScreen() {
  const { t, tell, formats } = useWords();
  const { data, error } = useListSignInQuery();
  const me = useAppSelector(({ session }) => session.session?.person);
  const countId = useId();
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState('');
  const [wanted, setWanted] = useState('');
  const add = useVerb({ id: 'people-add', label: t('people.add'), keys: 'n', run: () => setIsAdding(true) });
  const people = data?.people ?? [];
  const found = people.filter((person) => fullName(person).toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <Screen title={t('people.title')} lead={t('people.lead')} tools={<VerbButton verb={add} />}>
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      {people.length > readAtAGlance && (
        <TextInput
          aria-label={t('people.find')}
          placeholder={t('people.find')}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          type="search"
        />
      )}
      {data !== undefined && (
        <section className={styles.people} aria-labelledby={countId}>
          <header className={styles.head}>
            <h2 className={styles.count} id={countId}>
              {t('people.count', { count: people.length, number: formats.number(people.length) })}
            </h2>
            <span aria-live="polite">{added && t('people.added', { name: added })}</span>
          </header>
          <PeopleTable people={found} myId={me?.userId ?? null} />
          {people.length === 1 && <p className={styles.alone}>{t('people.aloneText')}</p>}
        </section>
      )}
      {me !== undefined && (
        <AddPerson isOpen={isAdding} myRole={me.role} onAdded={setAdded} onClose={() => setIsAdding(false)} />
      )}
    </Screen>
  );
}
