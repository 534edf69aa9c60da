import { randomBytes } from 'node:crypto';
import type { Carrier } from '../../../main/carrier/index.ts';
import { composeRooms, type Rooms } from '../../../main/engine-rooms.ts';
import { createFiles, createServer } from '../../../main/serve/index.ts';
import { uuidV7 } from '../../../shared/domain/ids.ts';
import type { BenchStore } from './bench-store.ts';

export interface BenchEngine {
  readonly rooms: Rooms;
  /** A call at the server, as a window makes it. Throws when it is refused. */
  ask(call: string, input: unknown): Promise<void>;
}

/** As a window mints it: later ones sort behind earlier ones. */
export const newIntentId = (): string => uuidV7(Date.now(), randomBytes(10));

/** All rooms on a store, not started yet, and the server before them. */
export function openBenchEngine(bench: Omit<BenchStore, 'folder'>, carrier: Carrier | null): BenchEngine {
  const rooms = composeRooms({ ...bench, carrier, importWorker: '', announce: () => {} });
  const { handlers, people } = rooms;
  const { actorOf } = people;
  const server = createServer({ ...bench, handlers, actorOf, files: createFiles(), checkOutputs: false });
  const connection = { session: null };
  return {
    rooms,
    ask: async (call, input) => {
      const answer = await server.answer(connection, { id: 1, call, input });
      if (!answer.ok) throw new Error(`${call}: ${answer.error.code}`);
    },
  };
}
