import { z } from 'zod';
import type { EngineEvent, FromEngine, WireAnswer } from '../../shared/contract/index.ts';
import type { Files } from './files.ts';
import type { Server } from './server.ts';

/** A MessagePort as Electron gives it to a utility process; a plain object, so that nothing here imports Electron. */
export interface Port {
  on(event: 'message', listen: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listen: () => void): unknown;
  start(): void;
  postMessage(message: unknown): void;
}

/** What Electron's main process and this one talk over. */
export interface ParentPort {
  on(event: 'message', listen: (message: { readonly data: unknown; readonly ports: readonly Port[] }) => void): unknown;
  postMessage(message: FromEngine): void;
}

export interface PortDoor {
  tell(event: EngineEvent): void;
}

const toEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect') }),
  z.object({ kind: z.literal('register-file'), token: z.string().min(1), path: z.string().min(1) }),
  z.object({ kind: z.literal('ping'), n: z.int() }),
  z.object({ kind: z.literal('stop') }),
]);

/** The engine's door in the desktop: main hands over a port for each window, and each port speaks the contract. */
export function openPortDoor(parent: ParentPort, server: Server, files: Files, onStop: () => void): PortDoor {
  const ports = new Set<Port>();

  function connect(port: Port): void {
    const connection = { session: null };
    ports.add(port);
    port.on('close', () => ports.delete(port));
    port.on('message', ({ data }) => {
      void server.answer(connection, data).then((answer: WireAnswer) => port.postMessage(answer));
    });
    port.start();
  }

  parent.on('message', ({ data, ports: handed }) => {
    const said = toEngine.safeParse(data).data;
    switch (said?.kind) {
      case 'connect':
        for (const port of handed) connect(port);
        break;
      case 'register-file':
        files.register(said.path, said.token);
        break;
      case 'ping':
        parent.postMessage({ kind: 'pong', n: said.n });
        break;
      case 'stop':
        onStop();
        break;
    }
  });

  return {
    tell: (event) => {
      for (const port of ports) port.postMessage(event);
    },
  };
}
