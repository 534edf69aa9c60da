import { skipToken } from '@reduxjs/toolkit/query';
import { useEffect, useRef } from 'react';
import type { HoursAhead } from './hours-ahead.ts';
import { useReadHoursAheadQuery } from './hours-api.ts';

/** Hours begin and end without any news, at whole minutes. */
const unaskedMs = 60_000;
/** Until the engine's minute has turned, too. */
const turnedMs = 1_000;

/**
 * Who waits for texting hours in these actions, by action; undefined until it is known. It is asked for anew when hours
 * begin, once a minute, and when actions or settings have changed.
 * @param actionIds undefined while they are not known
 * @param onOpen is called when the next texting hours have begun
 */
export function useHoursAhead(
  actionIds: readonly number[] | undefined,
  onOpen?: () => void,
): Readonly<Record<number, HoursAhead>> | undefined {
  const { data, refetch } = useReadHoursAheadQuery(actionIds ?? skipToken, {
    pollingInterval: unaskedMs,
    refetchOnMountOrArgChange: true,
  });
  const latest = useRef(onOpen);
  latest.current = onOpen;
  const opensAt = Math.min(...Object.values(data ?? {}).map((hours) => hours.opensAt ?? Number.POSITIVE_INFINITY));
  useEffect(() => {
    if (opensAt === Number.POSITIVE_INFINITY) return undefined;
    const opening = setTimeout(
      () => {
        void refetch();
        latest.current?.();
      },
      opensAt - Date.now() + turnedMs,
    );
    return () => clearTimeout(opening);
  }, [opensAt, refetch]);
  return data;
}
