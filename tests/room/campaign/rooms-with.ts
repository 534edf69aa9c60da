import { createJournal, type Journal } from '../../../main/journal/index.ts';
import type { EngineHandlers } from '../../../main/serve/index.ts';
import { createServer } from '../../../main/serve/index.ts';
import type { Answer, CallName, EngineEvent, Given } from '../../../shared/contract/index.ts';
import { openRooms } from '../../support/rooms.ts';

type OpenRooms = Awaited<ReturnType<typeof openRooms>>;

export interface MakingParts extends Pick<OpenRooms, 'store' | 'clock' | 'log'> {
  readonly journal: Journal;
  readonly announce: (event: EngineEvent) => void;
}

/** The engine's rooms, some of which the test makes itself, so that it holds their verbs and what they tell others. */
export async function openRoomsWith<Made extends { readonly handlers: Partial<EngineHandlers> }>(
  make: (parts: MakingParts) => Made,
) {
  const rooms = await openRooms();
  const { store, clock, log, files, events, people } = rooms;
  const journal = createJournal({ device: store.device, clock });
  const made = make({ store, clock, log, journal, announce: (event) => events.push(event) });
  const handlers = { ...rooms.handlers, ...made.handlers };
  const server = createServer({ handlers, store, actorOf: people.actorOf, files, clock, log, checkOutputs: true });
  let lastId = 0;

  return {
    ...rooms,
    ...made,
    handlers,
    server,
    call: async <Name extends CallName>(name: Name, input: Given<Name>, session?: string): Promise<Answer<Name>> => {
      lastId += 1;
      return (await server.answer({ session: null }, { id: lastId, session, call: name, input })) as never;
    },
    /** Everything that the journal says of these kinds, oldest first. */
    trail: (kindPattern: string) =>
      store.look((reader) =>
        reader.all<{ kind: string; user_id: number | null; entity_id: number | null; payload: string }>(
          'SELECT kind, user_id, entity_id, payload FROM journal WHERE kind GLOB ? ORDER BY id',
          kindPattern,
        ),
      ),
  };
}
