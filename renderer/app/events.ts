import { rooms } from '../../shared/contract/index.ts';
import { api } from '../bridge/api.ts';
import { bridge } from '../bridge/bridge.ts';
import { engineTold, storeTold } from './engine-slice.ts';
import type { AppStore } from './store.ts';

/** Turns the engine's news into fresh data on the screen, for the life of the page. */
export function followEngine({ dispatch }: AppStore): void {
  bridge.on('engine', (state) => {
    dispatch(engineTold(state));
    // News may have been missed while there was no port.
    if (state.state === 'ready') dispatch(api.util.invalidateTags([...rooms]));
  });
  bridge.on('changed', ({ room }) => void dispatch(api.util.invalidateTags([room])));
  bridge.on('store', (news) => void dispatch(storeTold(news)));
}
