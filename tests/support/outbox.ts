import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Carrier } from '../../main/carrier/index.ts';
import { type Clock, type SettableClock, settableClock, systemClock } from '../../main/clock/index.ts';
import { type Contacts, createContacts, noteReceived } from '../../main/contacts/index.ts';
import { createJobs } from '../../main/jobs/index.ts';
import { createJournal } from '../../main/journal/index.ts';
import { type MemoryLog, memoryLog } from '../../main/log/index.ts';
import { createOutbox, type Outbox, outboxHandlers } from '../../main/outbox/index.ts';
import { createScripts } from '../../main/scripts/index.ts';
import { createFiles, createServer, type EngineHandlers } from '../../main/serve/index.ts';
import { type Mode, type Store, StoreRefusal, type Value } from '../../main/store/index.ts';
import { type Answer, type CallName, contract, type Given, type Role } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { temporaryFolder } from './folders.ts';
import { phoneOf, seedOutbox } from './outbox-seed.ts';
import { type ScriptedCarrier, scriptedCarrier } from './scripted-carrier.ts';
import { openTestStore } from './stores.ts';

export { phoneOf };

/** Monday 2026-03-02, 15:00 UTC: ten in the morning in New York. */
export const tenInNewYork = Date.UTC(2026, 2, 2, 15);
export const secondMs = 1_000;
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export interface OutboxBench {
  readonly store: Store;
  readonly folder: string;
  readonly clock: SettableClock;
  readonly carrier: ScriptedCarrier;
  readonly contacts: Contacts;
  readonly outbox: Outbox;
  readonly log: MemoryLog;
  /** How often screens were told that the queue has changed. */
  announcements(): number;
  /** While full, every transaction of the outbox is worked and then rolled back, as at a commit that finds no room. */
  readonly disk: { fill(): void; free(): void };
  /** The engine is frozen for this long, by both clocks, at the end of its next commit. */
  freezeAtCommit(ms: number): void;
  /** The computer sleeps for this long at the end of the next commit: its wall clock alone goes on. */
  sleepAtCommit(ms: number): void;
  /** Presses Enter for the contact's first text. Gives the message's id. */
  sendInitial(contactId: number, text?: string): number;
  sendFollowUp(contactId: number, text?: string): number;
  /** The contact has written, as the sweep would tell. */
  reply(contactId: number): void;
  optOut(contactId: number): void;
  setAction(state: 'published' | 'paused' | 'ended', actionId?: number): void;
  /** One call at the server, as somebody with this role; texters and the rest are user 1. */
  call<Name extends CallName>(name: Name, input: Omit<Given<Name>, 'intentId'>, role?: Role): Promise<Answer<Name>>;
  run(sql: string, ...values: Value[]): void;
  /** Lets everything that can happen now happen. */
  settle(): Promise<void>;
  /** Moves the clock in steps, and lets everything happen that becomes due on the way. */
  pass(ms: number, stepMs?: number): Promise<void>;
  row(messageId: number): MessageRow;
  stateOf(messageId: number): string;
  /** Journal kinds of one entity, oldest first. */
  journalOf(entityId: number | null, prefix?: string): string[];
  /** The engine is gone from one instant to the next: no answer is heard and no timer fires any more. */
  die(): Promise<void>;
  /** Dies, and another engine opens the same folder. */
  restart(): Promise<OutboxBench>;
}

export interface MessageRow {
  readonly state: string;
  readonly kind: string;
  readonly body: string;
  readonly segments: number;
  readonly attempts: number;
  readonly reason: string | null;
  readonly refusal_code: number | null;
  readonly carrier_id: string | null;
  readonly handed_over_at: number | null;
  readonly number_id: number;
  readonly script_id: number | null;
  readonly not_before_at: number;
  readonly wait_reason: string | null;
  readonly queued_at: number;
}

export interface BenchChanges {
  readonly folder?: string;
  readonly clock?: SettableClock;
  readonly carrier?: ScriptedCarrier;
  readonly mode?: Mode;
  /** Without a carrier at all. */
  readonly isUnconnected?: boolean;
  /** The carrier's first answers are not waited for. */
  readonly isEager?: boolean;
  /** The disk is full when the engine starts. */
  readonly startsFull?: boolean;
}

/**
 * An outbox on a store of its own, with a carrier that does what the test says and a clock that the test moves. The store
 * has a campaign in New York, the texter 1, the published action 1 and 20 contacts, each on the texter's desk.
 */
export async function openOutbox(changes: BenchChanges = {}): Promise<OutboxBench> {
  const clock = changes.clock ?? settableClock({ startAt: tenInNewYork });
  const carrier = changes.carrier ?? scriptedCarrier(clock);
  const folder = changes.folder ?? temporaryFolder();
  const log = memoryLog();
  const life = mortal(clock);
  const opened = await openTestStore({ folder, clock: life.furniture, log, newMode: changes.mode ?? 'practice' });
  const faults = faultyStore(opened);
  const { store } = faults;
  if (opened.look((reader) => reader.get('SELECT 1 FROM campaign')) === undefined) seedOutbox(opened);

  const journal = createJournal({ device: store.device, clock: life.clock });
  let announcements = 0;
  const announce = (): void => {
    announcements += 1;
  };
  const jobs = createJobs({ store: opened, journal, clock: life.clock, log, announce });
  const contacts = createContacts({
    store: opened,
    journal,
    clock: life.clock,
    log,
    jobs,
    announce,
    importWorker: '',
    listFields: () => [],
    onOptedOut: (tx, phone) => outbox.withdrawPhone(tx, phone, 'opted-out'),
  });
  const through = changes.isUnconnected ? null : life.carrier(carrier);
  const onLeaving = (): void => {};
  const scripts = createScripts({ sendingPhone: () => null });
  const parts = { store, journal, clock: life.clock, log, carrier: through, contacts, scripts, announce, onLeaving };
  const outbox = createOutbox({
    ...parts,
    random: () => 0.5,
    askToRead: () => outbox.noteRead({ begunMs: clock.monotonicMs(), begunAt: clock.nowMs(), isComplete: true }),
  });
  const server = createServer({
    handlers: outboxHandlers(outbox, { store: opened, carrier: through }) as EngineHandlers,
    store: opened,
    actorOf: (role) => ({ sessionId: 1, userId: 1, role: role as Role }),
    files: createFiles(),
    clock: life.clock,
    log,
    checkOutputs: true,
  });
  if (changes.startsFull) faults.disk.fill();
  outbox.start();
  onTestFinished(async () => {
    if (life.isOver()) return;
    carrier.releaseAll();
    await outbox.stop();
  });

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 24; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const die = async (): Promise<void> => {
    life.end();
    await opened.close();
  };
  if (!changes.isEager) await settle();

  return {
    store: opened,
    folder,
    clock,
    carrier,
    contacts,
    outbox,
    log,
    announcements: () => announcements,
    disk: faults.disk,
    freezeAtCommit: (ms) => faults.atNextCommit(() => life.skip(ms)),
    sleepAtCommit: (ms) => faults.atNextCommit(() => clock.setWallClock(clock.nowMs() + ms)),
    sendInitial: (contactId, text = `Hello ${contactId}`) =>
      opened.write((tx) => {
        const queued = outbox.queueInitial(tx, { assignmentId: contactId, userId: 1, text });
        if (!queued.ok) throw new Error(queued.error.code);
        return queued.value.messageId;
      }),
    sendFollowUp: (contactId, text = `And you, ${contactId}?`) =>
      opened.write((tx) => {
        const queued = outbox.queueFollowUp(tx, { actionId: 1, contactId, userId: 1, text, scriptId: null });
        if (!queued.ok) throw new Error(queued.error.code);
        return queued.value.messageId;
      }),
    reply: (contactId) =>
      opened.write((tx) => {
        noteReceived(tx, phoneOf(contactId), clock.nowMs());
        outbox.noteReply(tx, phoneOf(contactId));
      }),
    optOut: (contactId) =>
      opened.write((tx) => {
        contacts.optOut(tx, { phone: phoneOf(contactId), source: 'words', userId: null, at: clock.nowMs() });
      }),
    setAction: (state, actionId = 1) => {
      opened.write((tx) => tx.run('UPDATE action SET state = ? WHERE id = ?', state, actionId));
      outbox.wake();
    },
    call: async (name, input, role = 'owner') => {
      const intent = contract[name].repeat === 'once' ? intentOf() : {};
      const request = { id: 1, session: role, call: name, input: { ...intent, ...input } };
      return (await server.answer({ session: null }, request)) as never;
    },
    run: (sql, ...values) => {
      opened.write((tx) => tx.run(sql, ...values));
    },
    settle,
    pass: async (ms, stepMs = secondMs) => {
      let leftMs = ms;
      while (leftMs > 0) {
        const nextMs = Math.min(stepMs, leftMs);
        await clock.advance(nextMs);
        await settle();
        leftMs -= nextMs;
      }
    },
    row: (messageId) => {
      const row = opened.look((reader) => reader.get<MessageRow>('SELECT * FROM message WHERE id = ?', messageId));
      if (row === undefined) throw new Error('no such message');
      return row;
    },
    stateOf: (messageId) =>
      opened.look((reader) => reader.get<{ state: string }>('SELECT state FROM message WHERE id = ?', messageId))
        ?.state ?? 'missing',
    journalOf: (entityId, prefix = 'outbox/') =>
      opened.look((reader) =>
        reader
          .all<{ kind: string }>('SELECT kind FROM journal WHERE entity_id IS ? ORDER BY id', entityId)
          .map(({ kind }) => kind)
          .filter((kind) => kind.startsWith(prefix)),
      ),
    die,
    restart: async () => {
      await die();
      return openOutbox({ ...changes, folder, clock, carrier });
    },
  };
}

function intentOf(): { intentId: string } {
  return { intentId: randomUUID() };
}

/** A clock and a way to the carrier that end with the engine that has them: what is under way then is never heard of. */
function mortal(world: SettableClock): {
  readonly clock: Clock;
  /** The same time with timers of its own: the store watches its lock and disk whatever the test does to the clock. */
  readonly furniture: Clock;
  /** Both clocks go on while nothing runs. */
  skip(ms: number): void;
  carrier(through: Carrier): Carrier;
  end(): void;
  isOver(): boolean;
} {
  let isOver = false;
  let skippedMs = 0;
  const never = new Promise<never>(() => {});
  const whileAlive = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    if (isOver) return never;
    const answer = await ask();
    return isOver ? never : answer;
  };
  const time = {
    nowMs: () => world.nowMs() + skippedMs,
    monotonicMs: () => world.monotonicMs() + skippedMs,
  };
  return {
    furniture: { ...systemClock(), ...time },
    clock: {
      ...world,
      ...time,
      after: (delayMs, run) =>
        world.after(delayMs, () => {
          if (!isOver) run();
        }),
    },
    skip: (ms) => {
      skippedMs += ms;
    },
    carrier: (through) => ({
      ...through,
      createMessage: (request, options) => whileAlive(() => through.createMessage(request, options)),
      listMessages: (from, options) => whileAlive(() => through.listMessages(from, options)),
    }),
    end: () => {
      isOver = true;
    },
    isOver: () => isOver,
  };
}

function faultyStore(opened: Store) {
  const listeners: Parameters<Store['onWritable']>[0][] = [];
  let isFull = false;
  let atCommit = (): void => {};
  const full = appError('store/disk-full', { freeMegabytes: 0 });
  const store: Store = {
    ...opened,
    write: (work) => {
      const outcome = opened.write((tx) => {
        const done = work(tx);
        if (isFull) throw new StoreRefusal(full);
        return done;
      });
      const happens = atCommit;
      atCommit = () => {};
      happens();
      return outcome;
    },
    onWritable: (listener) => {
      listeners.push(listener);
    },
  };
  return {
    store,
    disk: {
      fill: () => {
        isFull = true;
        for (const listener of listeners) listener(full);
      },
      free: () => {
        isFull = false;
        for (const listener of listeners) listener(null);
      },
    },
    atNextCommit: (happens: () => void) => {
      atCommit = happens;
    },
  };
}
