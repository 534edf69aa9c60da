import type { Place } from '../../app/place-slice.ts';
import { ActionList } from './action-list.tsx';
import { ActionScreen } from './action-screen.tsx';
import { NewAction } from './new-action.tsx';

interface ActionsScreenProps {
  readonly place: Extract<Place, { screen: 'actions' }>;
}

/** All actions; one of them; or the form that makes a new one. */
export function ActionsScreen({ place }: ActionsScreenProps) {
  if (place.actionId !== undefined) return <ActionScreen key={place.actionId} actionId={place.actionId} />;
  return place.isNew ? <NewAction /> : <ActionList />;
}
