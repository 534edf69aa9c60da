import type { EngineEvent, WireMessage, WireRequest } from '../shared/contract/index.ts';
import type { BridgeAnswer, EngineNews, EngineState } from './bridge.ts';

/** The page's end of a channel to one engine, of which only this is needed. */
export interface EnginePort {
  onmessage: ((event: MessageEvent<WireMessage>) => unknown) | null;
  postMessage(request: WireRequest): void;
  close(): void;
}

export interface EngineCalls {
  readonly state: EngineState;
  /** The opening of a campaign that the page belongs to, once it has heard of one. */
  readonly opening: number | null;
  /** False for news of another opening: this page has no part in it, and hears and asks nothing there. */
  hear(news: EngineNews, port: EnginePort | undefined): boolean;
  call(name: string, input: unknown, session: string | undefined): Promise<BridgeAnswer>;
}

/**
 * The page's calls to the engine, across the engine's lives. A page belongs to the opening that it first hears of, and
 * to no other, so nothing that was asked of one campaign is answered by another. Within an opening, what is unanswered
 * is sent again to the next engine, and an answer counts only when it comes from the engine that was asked last.
 */
export function createEngineCalls(tell: (news: EngineEvent) => void): EngineCalls {
  const pending = new Map<number, { readonly request: WireRequest; resolve(answer: BridgeAnswer): void }>();
  let state: EngineState = { event: 'engine', state: 'starting' };
  let opening: number | null = null;
  let port: EnginePort | undefined;
  let lastId = 0;

  function settle(id: number, answer: BridgeAnswer): void {
    pending.get(id)?.resolve(answer);
    pending.delete(id);
  }

  function take(given: EnginePort | undefined): void {
    port?.close();
    port = given;
    if (given === undefined) return;
    given.onmessage = ({ data }) => {
      // A closed port may still have had a message on its way.
      if (port !== given) return;
      if ('id' in data) settle(data.id, data);
      else tell(data);
    };
    for (const { request } of pending.values()) given.postMessage(request);
  }

  return {
    get state() {
      return state;
    },
    get opening() {
      return opening;
    },
    hear(news, given) {
      opening ??= news.opening;
      if (opening !== news.opening) {
        take(undefined);
        given?.close();
        return false;
      }
      state = news.state;
      take(given);
      if (state.state === 'failed') for (const id of pending.keys()) settle(id, { ok: false, error: state.error });
      return true;
    },
    call(name, input, session) {
      if (state.state === 'failed') return Promise.resolve({ ok: false, error: state.error });
      const request: WireRequest = { id: ++lastId, session, call: name, input };
      return new Promise((resolve) => {
        pending.set(request.id, { request, resolve });
        port?.postMessage(request);
      });
    },
  };
}
