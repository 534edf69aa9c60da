import type { EngineEvent } from '../shared/contract/index.ts';
import { campaignHandlers } from './campaign/index.ts';
import { type Carrier, carrierHandlers } from './carrier/index.ts';
import type { Clock } from './clock/index.ts';
import { createJobs, type Jobs, jobsHandlers } from './jobs/index.ts';
import { createJournal } from './journal/index.ts';
import type { Log } from './log/index.ts';
import { createPeople, type People, peopleHandlers } from './people/index.ts';
import type { EngineHandlers } from './serve/index.ts';
import { checkIntegrity, integrityJob, type Store, storeHandlers } from './store/index.ts';

export interface RoomParts {
  readonly store: Store;
  /** Null while no carrier is connected: everything but the network works. */
  readonly carrier: Carrier | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly announce: (event: EngineEvent) => void;
}

export interface Rooms {
  readonly handlers: EngineHandlers;
  readonly people: People;
  readonly jobs: Jobs;
}

/** Puts the rooms together. What one room must tell another, and may not know of, is passed here. */
export function composeRooms({ store, carrier, clock, log, announce }: RoomParts): Rooms {
  const journal = createJournal({ device: store.device, clock });
  const people = createPeople({ store, journal, clock });
  const jobs = createJobs({ store, journal, clock, log: log.child('jobs'), announce });
  jobs.define(integrityJob, ({ signal }) => checkIntegrity(store, signal));

  const addOwner: Parameters<typeof campaignHandlers>[0]['addOwner'] = (tx, person) =>
    people.addPerson(tx, { ...person, role: 'owner', addedBy: null });
  const handlers = {
    ...campaignHandlers({ store, journal, clock, announce, addOwner }),
    ...carrierHandlers(carrier),
    ...jobsHandlers(jobs, store),
    ...peopleHandlers(people, store),
    ...storeHandlers(store, jobs.start),
  };
  return { handlers, people, jobs };
}
