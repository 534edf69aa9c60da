import { onTestFinished } from 'vitest';
import type { Carrier } from '../../../main/carrier/index.ts';
import { type Clock, settableClock, systemClock } from '../../../main/clock/index.ts';
import { type Contacts, createContacts } from '../../../main/contacts/index.ts';
import { createDelivery, type Delivery } from '../../../main/delivery/index.ts';
import { createJobs } from '../../../main/jobs/index.ts';
import { createJournal } from '../../../main/journal/index.ts';
import { type MemoryLog, memoryLog } from '../../../main/log/index.ts';
import { firstNumberAt } from '../../../main/numbers/index.ts';
import { createOutbox, type Outbox, type ServerTimeHeard } from '../../../main/outbox/index.ts';
import { createReplies, type Replies } from '../../../main/replies/index.ts';
import { createScripts } from '../../../main/scripts/index.ts';
import type { Store } from '../../../main/store/index.ts';
import type { EngineEvent } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/result.ts';
import { testAccountId } from '../../support/scripted-carrier.ts';
import { openTestStore } from '../../support/stores.ts';

export const ownPhone = '+12025550199';

export interface Bench {
  readonly store: Store & { close(): Promise<void> };
  readonly clock: Clock;
  readonly contacts: Contacts;
  readonly outbox: Outbox;
  readonly replies: Replies;
  readonly delivery: Delivery;
  readonly log: MemoryLog;
  readonly events: EngineEvent[];
  readonly line: boolean[];
  readonly serverTimes: ServerTimeHeard[];
  /** All rows of a statement. */
  rows(sql: string): Record<string, unknown>[];
}

/**
 * The rooms of floors 5 and 6 on a store of their own, which has the texter 1, the published actions 1 and 2 and, once
 * `addNumber` was called, a number. The outbox is not started: texts do not leave by themselves.
 */
export async function openBench(options: {
  readonly carrier: Carrier | null;
  readonly clock?: Clock;
  readonly folder?: string;
}): Promise<Bench> {
  const { carrier, clock = settableClock({ startAt: Date.UTC(2026, 2, 2, 15) }) } = options;
  const log = memoryLog();
  const folder = options.folder === undefined ? {} : { folder: options.folder };
  const store = await openTestStore({ clock, log, ...folder });
  if (store.look((reader) => reader.get('SELECT 1 FROM campaign')) === undefined) seed(store);
  const events: EngineEvent[] = [];
  const announce = (event: EngineEvent): void => void events.push(event);
  const line: boolean[] = [];
  const serverTimes: ServerTimeHeard[] = [];
  const journal = createJournal({ device: store.device, clock });
  const jobs = createJobs({ store, journal, clock, log, announce });
  const contacts = createContacts({
    store,
    journal,
    clock,
    log,
    jobs,
    announce,
    importWorker: '',
    listFields: () => [],
    onOptedOut: (tx, phone) => outbox.withdrawPhone(tx, phone, 'opted-out'),
  });
  const outbox = createOutbox({
    store,
    journal,
    clock,
    log,
    carrier,
    contacts,
    scripts: createScripts({ sendingPhone: () => null }),
    announce,
    random: () => 0.5,
    onLeaving: () => {},
    askToRead: () => outbox.noteRead({ begunMs: clock.monotonicMs(), begunAt: clock.nowMs(), isComplete: true }),
  });
  const replies = createReplies({ journal, contacts, announce, onReply: outbox.noteReply, nowMs: outbox.nowMs });
  const delivery = createDelivery({
    store,
    journal,
    clock,
    log,
    carrier,
    announce,
    contacts,
    offer: outbox.offer,
    onFailed: outbox.noteFailure,
    receive: replies.receive,
    noteLine: (up) => void line.push(up),
    noteServerTime: (heard) => void serverTimes.push(heard),
    firstNumberAt,
    refreshNumbers: async () => ok(undefined),
    onRead: outbox.noteRead,
  });
  onTestFinished(() => delivery.stop());
  return {
    store,
    clock,
    contacts,
    outbox,
    replies,
    delivery,
    log,
    events,
    line,
    serverTimes,
    rows: (sql) => store.look((reader) => reader.all(sql)),
  };
}

function seed(store: Store): void {
  store.write((tx) => {
    tx.run(`INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ana', '', 'texter', 0)`);
    tx.run(`INSERT INTO campaign (one, name, founded_at) VALUES (1, 'Riverside Tenants', 0)`);
    tx.run(`INSERT INTO list (id, name, state, created_by, created_at) VALUES (1, 'Tenants', 'ready', 1, 0)`);
    tx.run(
      `INSERT INTO action (id, name, list_id, state, created_by, created_at)
       VALUES (1, 'Rent', 1, 'published', 1, 0), (2, 'Vote', 1, 'published', 1, 0)`,
    );
  });
}

/** A sending number; gives its id. */
export function addNumber(
  store: Store,
  phone: string = ownPhone,
  addedAt = 0,
  accountId: string = testAccountId,
): number {
  return store.write(
    (tx) =>
      tx.run(
        `INSERT INTO number (phone, account_id, carrier_id, label, can_text, added_at) VALUES (?, ?, ?, '', 1, ?)`,
        phone,
        accountId,
        `PN${phone.slice(1).padStart(32, '0')}`,
        addedAt,
      ).id,
  );
}

/** A contact; gives its id. */
export function addContact(store: Store, phone: string): number {
  const insert = 'INSERT INTO contact (phone, first_name, zone_set_id, created_at) VALUES (?, ?, 1, 0)';
  return store.write((tx) => tx.run(insert, phone, `C${phone.slice(-4)}`).id);
}

export interface TextFacts {
  readonly contactId: number;
  readonly actionId?: number;
  readonly numberId?: number;
  readonly kind?: 'initial' | 'follow-up';
  readonly state?: string;
  readonly carrierId?: string;
  readonly status?: string | null;
  readonly at?: number;
}

/** A text as the outbox keeps it, with the assignment that it belongs to and its last call in the journal; gives its id. */
export function addText(store: Store, facts: TextFacts): number {
  const { contactId, actionId = 1, numberId = 1, kind = 'initial', carrierId, at = 0 } = facts;
  const state = facts.state ?? (carrierId === undefined ? 'queued' : 'handed-over');
  const attempts = state === 'queued' ? 0 : 1;
  return store.write((tx) => {
    tx.run(
      `INSERT INTO assignment (action_id, contact_id, zone_set_id, state, user_id) VALUES (?, ?, 1, 'texted', 1)
       ON CONFLICT DO NOTHING`,
      actionId,
      contactId,
    );
    const { id: messageId } = tx.run(
      `INSERT INTO message (kind, action_id, contact_id, user_id, number_id, phone, zone_set_id, body, segments, queued_at,
         state, attempts, first_attempt_at, last_attempt_at, handed_over_at, carrier_id, status)
       SELECT :kind, :actionId, id, 1, :numberId, phone, 1, 'Hello', 1, :at, :state, :attempts, :attemptAt, :attemptAt,
         :handedOverAt, :carrierId, :status FROM contact WHERE id = :contactId`,
      {
        kind,
        actionId,
        contactId,
        numberId,
        at,
        state,
        attempts,
        attemptAt: attempts === 0 ? null : at,
        handedOverAt: state === 'handed-over' ? at : null,
        carrierId: carrierId ?? null,
        status: facts.status ?? null,
      },
    );
    if (attempts > 0) {
      const journal = createJournal({ device: store.device, clock: systemClock() });
      const payload = { attempt: attempts };
      journal.record(tx, { kind: 'outbox/sending', userId: null, entityId: messageId, payload });
    }
    return messageId;
  });
}
