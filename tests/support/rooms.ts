import { randomUUID } from 'node:crypto';
import type { Carrier } from '../../main/carrier/index.ts';
import type { Clock } from '../../main/clock/index.ts';
import { composeRooms } from '../../main/engine-rooms.ts';
import type { MemoryLog } from '../../main/log/index.ts';
import { memoryLog } from '../../main/log/index.ts';
import { createFiles, createServer, type EngineHandlers } from '../../main/serve/index.ts';
import type { Answer, CallName, EngineEvent, Given, Role } from '../../shared/contract/index.ts';
import { importWorker, openTestStore, storeOptions } from './stores.ts';

export interface RoomsChanges {
  readonly handlers?: Partial<EngineHandlers>;
  /** Without one, everything but the network works. */
  readonly carrier?: Carrier;
  /** Stands still unless given: the carrier's own, where there is one. */
  readonly clock?: Clock;
  /** To open a store again. */
  readonly folder?: string;
}

/** The engine's rooms and server in this process, on a store of the test's own. */
export async function openRooms(changes: RoomsChanges = {}) {
  const log: MemoryLog = memoryLog();
  const { clock: given, folder } = changes;
  const options = storeOptions({ log, ...(given && { clock: given }), ...(folder !== undefined && { folder }) });
  const { clock } = options;
  const store = await openTestStore(options);
  const events: EngineEvent[] = [];
  const rooms = composeRooms({
    store,
    carrier: changes.carrier ?? null,
    clock,
    log,
    importWorker,
    announce: (event) => events.push(event),
  });
  const files = createFiles();
  const { people } = rooms;
  const handlers = { ...rooms.handlers, ...changes.handlers };
  const server = createServer({ handlers, store, actorOf: people.actorOf, files, clock, log, checkOutputs: true });
  let lastId = 0;

  return {
    ...rooms,
    store,
    clock,
    log,
    files,
    events,
    server,
    /** One request on a connection of its own, as a parsed message. */
    call: async <Name extends CallName>(name: Name, input: Given<Name>, session?: string): Promise<Answer<Name>> => {
      lastId += 1;
      return (await server.answer({ session: null }, { id: lastId, session, call: name, input })) as never;
    },
    /** A person with this role, signed in. */
    signIn: (role: Role): string => {
      const person = { firstName: 'Ana', lastName: 'Invented', role, addedBy: null };
      return people.openSession(store.write((tx) => people.addPerson(tx, person)));
    },
    found: (intentId: string = randomUUID()) => ({ intentId, campaignName: 'Riverside Tenants', firstName: 'Ana' }),
  };
}
