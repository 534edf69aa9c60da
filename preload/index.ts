/**
 * The only way from the page to the rest of Fieldline: calls out, news in, and a token for a chosen file. It holds the
 * engine's port in the isolated world, so the page never has it. Calls in flight when the engine is replaced are sent
 * again on the new port. It knows no call by name and parses nothing; both ends do.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppEvent, WireMessage, WireRequest } from '../shared/contract/index.ts';
import { type Bridge, type BridgeAnswer, type BridgeEvent, channels, type EngineState } from './bridge.ts';

const pending = new Map<number, { request: WireRequest; resolve(answer: BridgeAnswer): void }>();
const listeners = new Set<{ name: BridgeEvent['event']; listen(news: never): void }>();
let engine: EngineState = { event: 'engine', state: 'starting' };
let port: MessagePort | undefined;
let lastId = 0;

function settle(id: number, answer: BridgeAnswer): void {
  pending.get(id)?.resolve(answer);
  pending.delete(id);
}

function tell(news: BridgeEvent): void {
  for (const { name, listen } of listeners) if (name === news.event) listen(news as never);
}

ipcRenderer.on(channels.engine, ({ ports }, state: EngineState) => {
  engine = state;
  port?.close();
  port = ports[0];
  if (port) {
    port.onmessage = ({ data }: MessageEvent<WireMessage>) => ('id' in data ? settle(data.id, data) : tell(data));
    for (const { request } of pending.values()) port.postMessage(request);
  }
  if (state.state === 'failed') for (const id of pending.keys()) settle(id, { ok: false, error: state.error });
  tell(state);
});

ipcRenderer.on(channels.news, (_event, news: AppEvent) => tell(news));

const bridge: Bridge = {
  call(name, input, session) {
    if (name.startsWith('app/')) return ipcRenderer.invoke(channels.call, name, input);
    if (engine.state === 'failed') return Promise.resolve({ ok: false, error: engine.error });
    const request: WireRequest = { id: ++lastId, session, call: name, input };
    return new Promise((resolve) => {
      pending.set(request.id, { request, resolve });
      port?.postMessage(request);
    });
  },
  on(name, listen) {
    const listener = { name, listen };
    listeners.add(listener);
    if (name === 'engine') (listen as (news: EngineState) => void)(engine);
    return () => void listeners.delete(listener);
  },
  fileToken: (file) => ipcRenderer.invoke(channels.fileToken, webUtils.getPathForFile(file)),
};

contextBridge.exposeInMainWorld('fieldline', bridge);
ipcRenderer.send(channels.engine);
