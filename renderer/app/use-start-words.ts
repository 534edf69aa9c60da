import { useReadSettingsQuery } from '../bridge/rooms/settings.ts';

/**
 * What stands on the button that begins texting: the campaign's words, or else the program's own. Undefined until it is
 * known, so that no button changes its words under a hand.
 */
export function useStartWords(own: string): string | undefined {
  const { data, isError } = useReadSettingsQuery();
  if (data === undefined) return isError ? own : undefined;
  return data.settings.startWords || own;
}
