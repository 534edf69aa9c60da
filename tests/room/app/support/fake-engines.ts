import type { EngineListeners, StartEngine } from '../../../../main/app/engine-process.ts';
import type { FromEngine, ToEngine } from '../../../../shared/contract/index.ts';

/** A process that the test plays: it says what it is told to say, and writes down what it hears. */
export interface FakeEngine {
  readonly heard: ToEngine[];
  readonly ports: unknown[];
  /** Whether it was ended by force. It is gone once the test says `exit`. */
  readonly wasKilled: boolean;
  /** Answers pings by itself from now on, or no longer. */
  answersPings: boolean;
  say(message: FromEngine): void;
  exit(): void;
}

/** Stands in for Electron's fork. `all` grows with each engine that is started. */
export function fakeEngines(): { readonly all: FakeEngine[]; readonly start: StartEngine } {
  const all: FakeEngine[] = [];
  const start: StartEngine = (listeners: EngineListeners) => {
    let wasKilled = false;
    const engine: FakeEngine = {
      heard: [],
      ports: [],
      get wasKilled() {
        return wasKilled;
      },
      answersPings: true,
      say: listeners.onMessage,
      exit: listeners.onExit,
    };
    all.push(engine);
    return {
      send(message, port) {
        engine.heard.push(message);
        if (port) engine.ports.push(port);
        if (message.kind === 'ping' && engine.answersPings) listeners.onMessage({ kind: 'pong', n: message.n });
      },
      kill() {
        wasKilled = true;
      },
    };
  };
  return { all, start };
}
