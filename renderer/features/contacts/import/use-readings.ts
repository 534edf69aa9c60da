import { useEffect, useState } from 'react';
import { type Reading, remember } from './reading-rate.ts';

/** Notes how much was read when, to tell the pace. */
export function useReadings(done: number): readonly Reading[] {
  const [readings, setReadings] = useState<readonly Reading[]>([]);
  useEffect(() => {
    setReadings((before) => remember(before, { at: Date.now(), done }));
  }, [done]);
  return readings;
}
