import { lookedFor } from '../features/contacts/find/find-slice.ts';
import { useWords } from '../words/index.ts';
import { isAdmin } from './navigation.tsx';
import { useAppDispatch, useAppSelector } from './store.ts';
import type { Named } from './use-named.ts';

/** Such as `(202) 555-0123`: as many digits as a number has without its area code, and no words. */
const likeANumber = /^\+?(?:[\s().-]*\d){7,15}[\s().-]*$/;

/**
 * Where to look on for what the palette does not find: contacts have a search of their own, for those who may see all of
 * them. A number that was typed is looked for at once.
 */
export function useLookElsewhere(): (typed: string) => readonly Named[] {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const person = useAppSelector(({ session }) => session.session?.person);
  if (person === undefined || !isAdmin(person)) return () => [];
  return (typed) => {
    const isNumber = likeANumber.test(typed);
    return [
      {
        id: 'look-for-contact',
        label: isNumber ? t('app.findNumber', { typed }) : t('contacts.findTitle'),
        description: isNumber ? t('contacts.findTitle') : t('app.findsNoNames'),
        run: () => void dispatch(lookedFor(isNumber ? typed : '')),
      },
    ];
  };
}
