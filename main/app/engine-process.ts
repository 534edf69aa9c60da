import { type MessagePortMain, utilityProcess } from 'electron';
import type { FromEngine, ToEngine } from '../../shared/contract/index.ts';
import { endAtOnce } from './end-at-once.ts';
import { readFromEngine } from './engine-messages.ts';

/** One life of the engine, as the host needs it. */
export interface EngineProcess {
  send(message: ToEngine, port?: MessagePortMain): void;
  /** Ends it at once, whatever it is doing. `onExit` still tells when it is gone. */
  kill(): void;
}

export interface EngineListeners {
  onMessage(message: FromEngine): void;
  /** Called exactly once, when the process no longer exists and the store's lock is free. */
  onExit(): void;
}

export type StartEngine = (listeners: EngineListeners) => EngineProcess;

/** Starts `entry`, a built file, as a utility process, with the arguments of the moment. */
export function engineStarter(entry: string, argumentsNow: () => readonly string[]): StartEngine {
  return ({ onMessage, onExit }) => {
    const child = utilityProcess.fork(entry, [...argumentsNow()], { serviceName: 'Fieldline engine' });
    child.on('message', (message: unknown) => {
      const read = readFromEngine(message);
      if (read) onMessage(read);
    });
    child.on('exit', onExit);
    return {
      send(message, port) {
        child.postMessage(message, port ? [port] : []);
      },
      kill: () => endAtOnce(child),
    };
  };
}
