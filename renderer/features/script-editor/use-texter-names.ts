import { useListSignInQuery } from '../../bridge/rooms/people.ts';
import type { PersonName } from './names-in-text.ts';

const nobody: readonly PersonName[] = [];

/** Everybody who might text, by name. */
export function useTexterNames(): readonly PersonName[] {
  const { data } = useListSignInQuery();
  return data?.people ?? nobody;
}
