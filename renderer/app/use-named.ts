import { skipToken } from '@reduxjs/toolkit/query';
import { fullName } from '../../shared/domain/full-name.ts';
import { type ListedAction, useListActionsInfiniteQuery } from '../bridge/rooms/actions.ts';
import { useListListsQuery } from '../bridge/rooms/contacts.ts';
import { useListSignInQuery } from '../bridge/rooms/people.ts';
import type { Person } from '../bridge/session-slice.ts';
import { alsoCalled } from '../words/also-called.ts';
import { useWords } from '../words/index.ts';
import { isAdmin } from './navigation.tsx';
import { type Place, wentTo } from './place-slice.ts';
import { useAppDispatch, useAppSelector } from './store.ts';

/** Something that is found by its name, and a place where it is. */
export interface Named {
  readonly id: string;
  readonly label: string;
  /** Tells two of the same name apart. */
  readonly description: string;
  readonly alsoCalled?: string;
  readonly needsOwnWord?: boolean;
  readonly run: () => void;
}

/** As the screen of lists asks for them, which so has them already. */
const newestLists = { before: null, limit: 100 };

/**
 * The actions, lists and people of the campaign that the person may see, with where one can go with each. They are asked
 * for once, when somebody begins to look for one, and nothing is asked of the engine while they type.
 * @param isLooking whether the palette is open
 */
export function useNamed(isLooking: boolean): readonly Named[] {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const person = useAppSelector(({ session }) => session.session?.person);
  const { data: actions } = useListActionsInfiniteQuery(isLooking && person !== undefined ? undefined : skipToken);
  const seesAll = isLooking && person !== undefined && isAdmin(person);
  const { data: lists } = useListListsQuery(seesAll ? newestLists : skipToken);
  const { data: staff } = useListSignInQuery(seesAll ? undefined : skipToken);
  if (!isLooking || person === undefined) return [];

  const go = (place: Place) => (): void => void dispatch(wentTo(place));
  const listed = actions?.pages.flatMap((page) => page.actions) ?? [];
  const ofActions = listed.flatMap((action): Named[] => {
    const { actionId, name, state, publishedAt, createdAt } = action;
    const description = t(`app.named.states.${state}`, { when: formats.dateTime(publishedAt ?? createdAt) });
    return waysTo(action, person).map(({ way, place }) => ({
      id: `${way}-action-${actionId}`,
      label: t(`app.named.${way}`, { name }),
      description,
      run: go(place),
      ...(way === 'end' && { alsoCalled: alsoCalled('endAction'), needsOwnWord: true }),
    }));
  });
  const ofLists = (lists?.lists ?? []).map(
    ({ listId, name, contactCount, createdAt }): Named => ({
      id: `list-${listId}`,
      label: t('app.named.list', { name }),
      description: t('app.named.ofList', {
        count: contactCount,
        number: formats.number(contactCount),
        when: formats.dateTime(createdAt),
      }),
      run: go({ screen: 'contacts', listId }),
    }),
  );
  const ofPeople = (staff?.people ?? []).map(
    (one): Named => ({
      id: `person-${one.userId}`,
      label: t('app.named.person', { name: fullName(one) }),
      description: t('app.named.ofPerson', { role: t(`people.roles.${one.role}`) }),
      run: go({ screen: 'people' }),
    }),
  );
  return [...ofActions, ...ofLists, ...ofPeople];
}

interface Way {
  readonly way: 'open' | 'text' | 'results' | 'end';
  readonly place: Place;
}

/** Where one can go with an action: texters text in it, admins see to it and what came of it, too. */
function waysTo({ actionId, state, publishedAt }: ListedAction, person: Person): readonly Way[] {
  const ways: Way[] = [];
  if (isAdmin(person)) ways.push({ way: 'open', place: { screen: 'actions', actionId } });
  if (state === 'published') ways.push({ way: 'text', place: { screen: 'texting', actionId } });
  if (isAdmin(person) && publishedAt !== null) ways.push({ way: 'results', place: { screen: 'results', actionId } });
  // Its page asks before it ends the action.
  if (isAdmin(person) && (state === 'published' || state === 'paused')) {
    ways.push({ way: 'end', place: { screen: 'actions', actionId } });
  }
  return ways;
}
