import { type MessagePortMain, utilityProcess } from 'electron';
import type { FromEngine, ToEngine } from '../../shared/contract/index.ts';
import { endAtOnce } from './end-at-once.ts';
import { type ChildListeners, hearChild } from './hear-child.ts';

/** One life of the engine, as the host needs it. */
export interface EngineProcess {
  send(message: ToEngine, port?: MessagePortMain): void;
  /** Ends it at once, whatever it is doing. `onExit` still tells when it is gone. */
  kill(): void;
}

/** When its end is heard, the store's lock is free. */
export type EngineListeners = ChildListeners<FromEngine>;

export type StartEngine = (listeners: EngineListeners) => EngineProcess;

/** Starts `entry`, a built file, as a utility process, with the arguments of the moment. */
export function engineStarter(entry: string, argumentsNow: () => readonly string[]): StartEngine {
  return (listeners) => {
    const child = utilityProcess.fork(entry, [...argumentsNow()], { serviceName: 'Fieldline engine' });
    hearChild(child, async () => (await import('./engine-messages.ts')).readFromEngine, listeners);
    return {
      send(message, port) {
        child.postMessage(message, port ? [port] : []);
      },
      kill: () => endAtOnce(child),
    };
  };
}
