import { useEffect, useRef } from 'react';
import type { Room } from '../../shared/contract/events.ts';
import { bridge } from './bridge.ts';
import { createPace } from './pace.ts';
import { onRefresh } from './refresh.ts';

/**
 * Calls when one of the rooms has changed, the engine is there anew, or somebody wants to see all anew: at once, and then no faster than the interval,
 * for what changes with every text that leaves. The progress of any job is news of the room `jobs`.
 * @param rooms the same array on every drawing; empty for what changes no more
 */
export function usePacedNews(rooms: readonly Room[], intervalMs: number, onNews: () => void): void {
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => {
    if (rooms.length === 0) return;
    const pace = createPace(intervalMs, () => latest.current());
    // How the engine is now comes with the listening, and is no news.
    let isListening = false;
    const endings = [
      bridge.on('changed', ({ room }) => {
        if (rooms.includes(room)) pace.ask();
      }),
      bridge.on('job', () => {
        if (rooms.includes('jobs')) pace.ask();
      }),
      bridge.on('engine', ({ state }) => {
        if (isListening && state === 'ready') pace.ask();
      }),
      onRefresh(pace.ask),
    ];
    isListening = true;
    return () => {
      pace.end();
      for (const end of endings) end();
    };
  }, [rooms, intervalMs]);
}
