import type { EngineEvent } from '../shared/contract/index.ts';
import { actionsHandlers, createActions, isScriptOut, whyScriptIsFixed } from './actions/index.ts';
import { assignmentsHandlers, createAssignments } from './assignments/index.ts';
import { campaignHandlers, listFields } from './campaign/index.ts';
import { type Carrier, carrierHandlers, lookUpCarrierError } from './carrier/index.ts';
import type { Clock } from './clock/index.ts';
import { contactsHandlers, createContacts } from './contacts/index.ts';
import { conversationsHandlers, countNeedingAnswer } from './conversations/index.ts';
import { createDelivery, deliveryHandlers } from './delivery/index.ts';
import { createJobs, type Jobs, jobsHandlers } from './jobs/index.ts';
import { createJournal } from './journal/index.ts';
import { createSparingLog, type Log } from './log/index.ts';
import { createNumbers, firstNumberAt, listUsableNumbers, type Numbers, numbersHandlers } from './numbers/index.ts';
import { createOutbox, outboxHandlers } from './outbox/index.ts';
import { createPeople, type People, peopleHandlers } from './people/index.ts';
import { createReplies, repliesHandlers } from './replies/index.ts';
import { createResults } from './results/index.ts';
import { createScripts, scriptsHandlers } from './scripts/index.ts';
import type { EngineHandlers } from './serve/index.ts';
import { checkIntegrity, integrityJob, type Store, storeHandlers } from './store/index.ts';

export interface RoomParts {
  readonly store: Store;
  /** Null while no carrier is connected: everything but the network works. */
  readonly carrier: Carrier | null;
  readonly clock: Clock;
  readonly log: Log;
  /** The file that import workers run. */
  readonly importWorker: string;
  readonly announce: (event: EngineEvent) => void;
}

export interface Rooms {
  readonly handlers: EngineHandlers;
  readonly people: People;
  readonly jobs: Jobs;
  readonly numbers: Numbers;
  /** Takes up what the last engine left, and begins to speak with the carrier. Called once. */
  start(): void;
  /** Ends all of it in order, and leaves what is not done to the next engine. */
  stop(): Promise<void>;
}

/**
 * Puts the rooms together, from the ground floor up. What a room must tell one above it, and may not know of, is passed
 * here: such a hook runs in the transaction that it is told of, long after all rooms stand.
 */
export function composeRooms({ store, carrier, clock, log, importWorker, announce }: RoomParts): Rooms {
  const journal = createJournal({ device: store.device, clock });
  const people = createPeople({ store, journal, clock, announce });
  const jobs = createJobs({ store, journal, clock, log: log.child('jobs'), announce });
  jobs.define(integrityJob, ({ signal }) => checkIntegrity(store, signal));
  const common = { store, journal, clock, log, jobs, announce };

  const contactsParts = {
    ...common,
    importWorker,
    listFields,
    onOptedOut: (tx, phone) => outbox.withdrawPhone(tx, phone, 'opted-out'),
  } satisfies Parameters<typeof createContacts>[0];
  const contacts = createContacts(contactsParts);

  const scripts = createScripts({
    sendingPhone: (reader) => listUsableNumbers(reader, carrier?.accountId ?? null)[0]?.phone ?? null,
  });
  const numbersParts = {
    ...common,
    carrier,
    onNumberLost: (tx) => tx.afterCommit(wakeOutbox),
    // What was written to it has not been read yet.
    onNumberFound: (tx) => tx.afterCommit(sweepNow),
  } satisfies Parameters<typeof createNumbers>[0];
  const numbers = createNumbers(numbersParts);
  const actions = createActions({
    ...common,
    startPublishing: (tx, what) => assignments.startPublishing(tx, what),
    onActionClosed: (tx) => tx.afterCommit(wakeOutbox),
    onActionMoved: wakeOutbox,
  });
  const assignments = createAssignments({ store, clock, jobs, actions });
  const outbox = createOutbox({
    ...common,
    carrier,
    contacts,
    scripts,
    random: Math.random,
    onLeaving: () => delivery.nudge(),
    askToRead: sweepNow,
  });
  function wakeOutbox(): void {
    outbox.wake();
  }

  const sparing = createSparingLog({ log, clock });

  /** What it finds is told by hooks; what it fails at is told by its next turns. */
  function sweepNow(): void {
    delivery.sweepNow().catch((thrown: unknown) => sparing.warn('not-swept', null, { thrown }));
  }

  const replies = createReplies({ journal, contacts, announce, onReply: outbox.noteReply, nowMs: outbox.nowMs });
  const delivery = createDelivery({
    ...common,
    carrier,
    contacts,
    firstNumberAt,
    refreshNumbers: numbers.refresh,
    offer: outbox.offer,
    onFailed: outbox.noteFailure,
    receive: replies.receive,
    onRead: outbox.noteRead,
    noteLine: outbox.noteLine,
    noteServerTime: outbox.noteServerTime,
  });

  const handlers = {
    ...actionsHandlers(actions, common),
    ...assignmentsHandlers({ ...common, scripts, countNeedingAnswer }),
    ...campaignHandlers({
      ...common,
      addOwner: (tx, person) => people.addPerson(tx, { ...person, role: 'owner', addedBy: null }),
      onSettingsChanged: wakeOutbox,
    }),
    ...carrierHandlers(carrier),
    ...contactsHandlers(contacts, contactsParts),
    ...conversationsHandlers({ store, clock, announce, outbox, scripts }),
    ...deliveryHandlers(delivery),
    ...jobsHandlers(jobs, store),
    ...numbersHandlers(numbers, numbersParts),
    ...outboxHandlers(outbox, { store, carrier }),
    ...peopleHandlers(people, store),
    ...repliesHandlers({ store }),
    ...createResults({ store, jobs, bucketOf: (code) => lookUpCarrierError(code).bucket }),
    ...scriptsHandlers({ ...common, whyFixed: whyScriptIsFixed, isOut: isScriptOut }),
    ...storeHandlers(store, jobs.start),
  };

  return {
    handlers,
    people,
    jobs,
    numbers,
    start: () => {
      jobs.resume();
      outbox.start();
      delivery.start();
    },
    stop: async () => {
      await Promise.all([jobs.stop(), outbox.stop(), delivery.stop(), numbers.stop()]);
    },
  };
}
