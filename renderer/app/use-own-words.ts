import { useReadSettingsQuery } from '../bridge/rooms/settings.ts';
import { isAdmin } from './navigation.tsx';
import { useAppSelector } from './store.ts';

/**
 * Whether the person at the window writes what they like to contacts; false where the campaign wants written scripts only,
 * which binds texters and leads. Undefined until it is known. The engine judges each text by the same.
 */
export function useOwnWords(): boolean | undefined {
  const isFree = useAppSelector(({ session }) => session.session !== null && isAdmin(session.session.person));
  const { data, isError } = useReadSettingsQuery();
  if (isFree || (data === undefined && isError)) return true;
  return data?.settings.ownWords;
}
