import { useEffect, useRef } from 'react';
import type { Room } from '../../../shared/contract/events.ts';
import { bridge } from '../../bridge/bridge.ts';
import { createPace } from './pace.ts';

/**
 * Calls when one of the rooms has changed, or the engine is there anew: at once, and then no faster than the interval,
 * for what changes with every text that leaves.
 * @param rooms the same array on every drawing
 */
export function usePacedNews(rooms: readonly Room[], intervalMs: number, onNews: () => void): void {
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => {
    const pace = createPace(intervalMs, () => latest.current());
    const endings = [
      bridge.on('changed', ({ room }) => {
        if (rooms.includes(room)) pace.ask();
      }),
      bridge.on('engine', ({ state }) => {
        if (state === 'ready') pace.ask();
      }),
    ];
    return () => {
      pace.end();
      for (const end of endings) end();
    };
  }, [rooms, intervalMs]);
}
