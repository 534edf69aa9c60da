/**
 * The only way from the page to the rest of Fieldline: calls out, news in, and a token for a chosen file. It holds the
 * engine's port in the isolated world, so the page never has it. It knows no call by name and parses nothing; both ends
 * do.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppEvent } from '../shared/contract/index.ts';
import {
  type AppRequest,
  type Bridge,
  type BridgeEvent,
  channels,
  type EngineNews,
  type EngineState,
} from './bridge.ts';
import { createEngineCalls } from './engine-calls.ts';

const listeners = new Set<{ name: BridgeEvent['event']; listen(news: never): void }>();

function tell(news: BridgeEvent): void {
  for (const { name, listen } of listeners) if (name === news.event) listen(news as never);
}

const engine = createEngineCalls(tell);

ipcRenderer.on(channels.engine, ({ ports }, news: EngineNews) => {
  if (engine.hear(news, ports[0])) tell(news.state);
});

ipcRenderer.on(channels.news, (_event, news: AppEvent) => tell(news));

const bridge: Bridge = {
  call(name, input, session) {
    if (!name.startsWith('app/')) return engine.call(name, input, session);
    const request: AppRequest = { name, input, session: session ?? null, opening: engine.opening };
    return ipcRenderer.invoke(channels.call, request);
  },
  on(name, listen) {
    const listener = { name, listen };
    listeners.add(listener);
    if (name === 'engine') (listen as (news: EngineState) => void)(engine.state);
    return () => void listeners.delete(listener);
  },
  fileToken: (file) => ipcRenderer.invoke(channels.fileToken, webUtils.getPathForFile(file)),
};

contextBridge.exposeInMainWorld('fieldline', bridge);
ipcRenderer.send(channels.engine);
