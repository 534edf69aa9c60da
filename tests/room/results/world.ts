import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { lookUpCarrierError } from '../../../main/carrier/index.ts';
import { createJobs } from '../../../main/jobs/index.ts';
import { createJournal } from '../../../main/journal/index.ts';
import { createResults } from '../../../main/results/index.ts';
import { createFiles } from '../../../main/serve/index.ts';
import type { Store, Value } from '../../../main/store/index.ts';
import type { Actor, CallContext, Contract, InputOf } from '../../../shared/contract/index.ts';
import type { MessageState } from '../../../shared/domain/message-state.ts';
import { openTestStore, storeOptions, testStart } from '../../support/stores.ts';

const readWorker = fileURLToPath(new URL('./read-worker.ts', import.meta.url));
const minuteMs = 60_000;

/** A store whose tables are filled by SQL, as the rooms that own them would, and the results room on it. */
export async function openWorld() {
  const options = storeOptions({ readWorker });
  const store = await openTestStore(options);
  const { clock, log } = options;
  const journal = createJournal({ device: 0, clock });
  const startRooms = () => {
    const jobs = createJobs({ store, journal, clock, log, announce: () => {} });
    const bucketOf = (code: number) => lookUpCarrierError(code).bucket;
    return { jobs, handlers: createResults({ store, jobs, bucketOf }) };
  };
  const { jobs, handlers } = startRooms();
  const files = createFiles();
  const actor: Actor = { sessionId: 1, userId: 1, role: 'admin' };
  const context: CallContext<Actor> = { actor, session: null, bindSession: () => {}, findFile: files.find };
  insert(store, 'campaign', { one: 1, name: 'Riverside Tenants', founded_at: testStart });
  insert(store, 'user', { id: 1, first_name: 'Bo', last_name: 'Invented', role: 'texter', created_at: testStart });
  insert(store, 'number', {
    phone: '+12025550199',
    account_id: 'AC1',
    carrier_id: 'PN1',
    label: '',
    can_text: 1,
    added_at: testStart,
  });

  type ExportAsked = Omit<InputOf<Contract['results/start-export']>, 'intentId' | 'file'> & {
    /** Null for a file that nobody has registered. */
    readonly path: string | null;
  };
  const startExport = ({ path, ...asked }: ExportAsked) =>
    store.write((tx) => {
      const file = path === null ? 'unheard-of' : files.register(path);
      return handlers['results/start-export']({ ...context, tx }, { ...asked, intentId: randomUUID() as never, file });
    });

  return {
    ...makersOf(store),
    store,
    jobs,
    startExport,
    /** The jobs of an engine that opens the store after this one. */
    nextEngine: () => startRooms().jobs,
    performance: (actionId: number) => handlers['results/read-performance'](context, { actionId }),
    /** Gives the job's row once it has ended. */
    export: async (asked: ExportAsked) => {
      const started = startExport(asked);
      if (!started.ok) throw new Error(started.error.code);
      const { jobId } = started.value;
      await vi.waitFor(() => {
        if (jobs.find(jobId)?.state === 'running') throw new Error('the export is still running');
      }, 30_000);
      const row = jobs.find(jobId);
      return { ...row, outcome: JSON.parse(row?.outcome ?? 'null') as unknown };
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

function insert(store: Store, table: string, row: Readonly<Record<string, Value>>): number {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`;
  return store.write((tx) => tx.run(sql, row).id);
}

/** What a text is besides whose it is; by default a first text that the carrier has. */
export interface TextMade {
  readonly kind?: 'initial' | 'follow-up';
  readonly state?: MessageState;
  readonly status?: string | null;
  readonly reason?: string | null;
  readonly refusalCode?: number | null;
  readonly errorCode?: number | null;
  readonly scriptId?: number | null;
  readonly text?: string;
  /** Minutes after the test's start. */
  readonly minute?: number;
}

function makersOf(store: Store) {
  let lastPhone = 0;
  const phoneById = new Map<number, string>();
  const phoneOf = (contactId: number): string => phoneById.get(contactId) ?? '';
  return {
    phoneOf,
    addAction: (state = 'published'): number => {
      const by = { name: 'Doors', created_by: 1, created_at: testStart };
      const listId = insert(store, 'list', { ...by, state: 'ready' });
      return insert(store, 'action', { ...by, list_id: listId, state });
    },
    addUser: (firstName: string, lastName: string): number =>
      insert(store, 'user', { first_name: firstName, last_name: lastName, role: 'texter', created_at: testStart }),
    addScript: (name: string): number =>
      insert(store, 'script', { name, body: 'Hi', created_by: 1, created_at: testStart, changed_at: testStart }),
    addField: (title: string): number => insert(store, 'field', { slug: title, title, created_at: testStart }),
    /** A contact of the action. */
    addContact: (
      actionId: number,
      row: Readonly<Record<string, Value>> = {},
      assignment: { readonly state: string; readonly reason?: string } = { state: 'texted' },
    ): number => {
      lastPhone += 1;
      const phone = `+1202555${String(lastPhone).padStart(4, '0')}`;
      const contactId = insert(store, 'contact', { phone, zone_set_id: 1, created_at: testStart, ...row });
      phoneById.set(contactId, phone);
      const { state, reason = null } = assignment;
      const userId = state === 'unassigned' ? null : 1;
      const laidOut = { action_id: actionId, contact_id: contactId, zone_set_id: 1, state, reason, user_id: userId };
      insert(store, 'assignment', laidOut);
      return contactId;
    },
    addValue: (contactId: number, fieldId: number, value: string): void => {
      insert(store, 'contact_value', { contact_id: contactId, field_id: fieldId, value });
    },
    addText: (actionId: number, contactId: number, made: TextMade = {}): number => {
      const { kind = 'initial', state = 'handed-over', text = 'Hi Ana', minute = 0 } = made;
      const at = testStart + minute * minuteMs;
      const isTried = ['sending', 'uncertain', 'handed-over', 'refused'].includes(state);
      const isTaken = state === 'handed-over';
      return insert(store, 'message', {
        kind,
        action_id: actionId,
        contact_id: contactId,
        user_id: 1,
        script_id: made.scriptId ?? null,
        number_id: 1,
        phone: phoneOf(contactId),
        zone_set_id: 1,
        body: text,
        segments: 1,
        queued_at: at,
        state,
        reason: made.reason ?? null,
        attempts: isTried ? 1 : 0,
        first_attempt_at: isTried ? at : null,
        last_attempt_at: isTried ? at : null,
        refusal_code: made.refusalCode ?? null,
        handed_over_at: isTaken ? at : null,
        carrier_id: isTaken ? randomUUID() : null,
        status: made.status ?? null,
        error_code: made.errorCode ?? null,
      });
    },
    addReply: (actionId: number, contactId: number, text: string, minute: number, messageId: number | null = null) => {
      const at = testStart + minute * minuteMs;
      insert(store, 'reply', {
        carrier_id: randomUUID(),
        phone: phoneOf(contactId),
        number_id: 1,
        contact_id: contactId,
        message_id: messageId,
        action_id: actionId,
        body: text,
        media_count: 0,
        received_at: at,
        stored_at: at,
        opted_out: 0,
      });
    },
    optOut: (contactId: number, source: string): void => {
      insert(store, 'opt_out', { phone: phoneOf(contactId), at: testStart, source });
    },
  };
}
