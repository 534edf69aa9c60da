import type { Store, Tx } from '../../../main/store/index.ts';
import { localMinute } from '../../../shared/domain/local-time.ts';
import { inventedPhone } from '../../support/lists.ts';

/** A text bank as it stands in the store: each contact has one first text, which waits or is still to be decided. */
export interface TextBank {
  readonly texts: number;
  /** With a desk, the texts are still to be decided by user 1, as assignments 1 to `texts` of action 1. */
  readonly stage: 'on-desk' | 'queued';
  readonly accountId: string;
  readonly numbers: readonly { readonly phone: string; readonly segmentsPerSecond: number }[];
  readonly actions?: number;
  readonly texters?: number;
  /** IANA names of each set; one set without a zone unless given. */
  readonly zoneSets?: readonly (readonly string[])[];
  /** Now unless given. */
  readonly queuedAt?: number;
  /** Of the campaign, whose hours are 09:00 to 21:00; one where that is now unless given, so that one can measure at night. */
  readonly timeZone?: string;
  readonly textOf?: (n: number) => { readonly body: string; readonly segments: number };
}

/** The text to the n-th contact, from 0, unless the bank says another one. */
export const firstText = (n: number): { readonly body: string; readonly segments: number } => ({
  body: `Hi Contact ${n}, this is Ana.`,
  segments: 1,
});

/** Contacts are spread evenly over all of these, and no two of the spreads go in step. */
const nth = (n: number, count: number, stride: number): number => 1 + (Math.floor(n / stride) % count);

/** A zone in which it is day at the instant: between ten and six. */
function zoneByDay(at: number): string {
  const zones = ['America/New_York', 'Pacific/Honolulu', 'Asia/Tokyo', 'Europe/Berlin'];
  const zone = zones.find((name) => localMinute(name, at) >= 600 && localMinute(name, at) < 1_080);
  if (zone === undefined) throw new Error('it is night everywhere');
  return zone;
}

/** Fills a new store. */
export function fillTextBank(store: Store, bank: TextBank): void {
  store.write((tx) => {
    fillRooms(tx, bank);
    for (let n = 0; n < bank.texts; n += 1) addContact(tx, bank, n);
  });
}

function fillRooms(tx: Tx, bank: TextBank): void {
  const { actions = 1, texters = 1, zoneSets = [[]], numbers, accountId } = bank;
  const timeZone = bank.timeZone ?? zoneByDay(bank.queuedAt ?? Date.now());
  tx.run(`INSERT INTO campaign (one, name, founded_at, time_zone) VALUES (1, 'Riverside Tenants', 0, ?)`, timeZone);
  for (let userId = 1; userId <= texters; userId += 1) {
    tx.run(`INSERT INTO user (id, first_name, last_name, role, created_at) VALUES (?, 'Ana', '', 'owner', 0)`, userId);
  }
  tx.run(`INSERT INTO list (id, name, state, created_by, created_at) VALUES (1, 'Everybody', 'ready', 1, 0)`);
  tx.run(`INSERT INTO script (id, name, body, created_by, created_at, changed_at)
    VALUES (1, 'Hello', 'Hi ##{{first_name}}, this is ##{{user.first_name}}.', 1, 0, 0)`);
  for (const [at, zones] of zoneSets.entries()) {
    tx.run('INSERT OR REPLACE INTO zone_set (id, zones) VALUES (?, ?)', at + 1, JSON.stringify(zones));
  }
  for (let actionId = 1; actionId <= actions; actionId += 1) {
    tx.run(
      `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (?, 'Rent', 1, 'published', 1, 0)`,
      actionId,
    );
    tx.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (?, 'initial', 0, 1)`, actionId);
  }
  for (const [at, { phone, segmentsPerSecond }] of numbers.entries()) {
    tx.run(
      `INSERT INTO number (id, phone, account_id, carrier_id, label, can_text, segments_per_second, added_at)
       VALUES (:id, :phone, :accountId, 'PN' || printf('%032d', :id), '', 1, :segmentsPerSecond, 0)`,
      { id: at + 1, phone, accountId, segmentsPerSecond },
    );
  }
  tx.run('INSERT INTO batch (id, action_id, user_id, size, claimed_at) VALUES (1, 1, 1, 100, 0)');
}

/** The n-th contact, from 0, whose id and whose assignment's is one more. */
function addContact(tx: Tx, bank: TextBank, n: number): void {
  const { actions = 1, texters = 1, zoneSets = [[]], stage } = bank;
  const id = n + 1;
  const zoneSetId = nth(n, zoneSets.length, 1);
  const userId = nth(n, texters, 7);
  const actionId = nth(n, actions, 11);
  const phone = inventedPhone(n);
  tx.run(
    `INSERT INTO contact (id, phone, first_name, zone_set_id, created_at) VALUES (:id, :phone, :name, :zoneSetId, 0)`,
    { id, phone, name: `Contact ${n}`, zoneSetId },
  );
  tx.run('INSERT INTO list_member (list_id, contact_id) VALUES (1, ?)', id);
  tx.run(
    `INSERT INTO assignment (id, action_id, contact_id, zone_set_id, state, batch_id, user_id)
     VALUES (:id, :actionId, :id, :zoneSetId, :state, 1, :userId)`,
    { id, actionId, zoneSetId, state: stage === 'queued' ? 'texted' : 'claimed', userId },
  );
  if (stage !== 'queued') return;
  const { queuedAt = Date.now(), textOf = firstText } = bank;
  const numberId = nth(n, bank.numbers.length, 13);
  tx.run(
    `INSERT INTO message (kind, action_id, contact_id, user_id, script_id, number_id, phone, zone_set_id, body, segments,
       queued_at)
     VALUES ('initial', :actionId, :id, :userId, 1, :numberId, :phone, :zoneSetId, :body, :segments, :queuedAt)`,
    { actionId, id, userId, numberId, phone, zoneSetId, queuedAt, ...textOf(n) },
  );
}

/** Whether a text waits or its fate is not known yet. Each condition is that of an index. */
export function isUnderWay(store: Store): boolean {
  const conditions = [`state = 'queued'`, `state IN ('sending', 'uncertain')`];
  return conditions.some((condition) =>
    store.look((reader) => reader.get(`SELECT 1 FROM message WHERE ${condition} LIMIT 1`) !== undefined),
  );
}
