import type { Place } from '../../app/place-slice.ts';
import { useAppSelector } from '../../app/store.ts';
import { ImportPage } from './import/import-page.tsx';
import { ImportDoor } from './import-door.tsx';
import { ListPage } from './list-page.tsx';
import { ListsPage } from './lists-page.tsx';

interface ContactsScreenProps {
  readonly place: Extract<Place, { screen: 'contacts' }>;
}

/** Whom one can text: the lists, one list, or the import of another. A file dropped on any of them begins an import. */
export function ContactsScreen({ place: { listId } }: ContactsScreenProps) {
  const step = useAppSelector((state) => state.import.now);
  return (
    <ImportDoor>
      {listId !== undefined ? (
        <ListPage key={listId} listId={listId} />
      ) : step !== null ? (
        <ImportPage step={step} />
      ) : (
        <ListsPage />
      )}
    </ImportDoor>
  );
}
