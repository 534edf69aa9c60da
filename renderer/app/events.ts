import { rooms } from '../../shared/contract/events.ts';
import { api } from '../bridge/api.ts';
import { bridge } from '../bridge/bridge.ts';
import { readStoreStatus } from '../bridge/rooms/store.ts';
import { engineTold, storeTold } from './engine-slice.ts';
import type { AppStore } from './store.ts';

/** Turns the engine's news into fresh data on the screen, for the life of the page. */
export function followEngine({ dispatch }: AppStore): void {
  /** News of a store that takes no changes came before this page did, or this engine. */
  async function readStatus(): Promise<void> {
    const status = readStoreStatus.initiate(undefined, {
      subscribe: false,
      forceRefetch: true,
    });
    const { data } = await dispatch(status);
    if (data?.closedBecause) dispatch(storeTold({ event: 'store', writable: false, reason: data.closedBecause }));
  }

  /** Before its first engine a page has asked, and nothing was answered. */
  let hasBeenAnswered = false;
  bridge.on('engine', (state) => {
    dispatch(engineTold(state));
    if (state.state === 'ready') {
      // News may have been missed while there was no port.
      if (hasBeenAnswered) dispatch(api.util.invalidateTags([...rooms]));
      void readStatus();
    }
    hasBeenAnswered ||= state.state === 'ready' || state.state === 'failed';
  });
  bridge.on('changed', ({ room }) => void dispatch(api.util.invalidateTags([room])));
  bridge.on('store', (news) => void dispatch(storeTold(news)));
}
