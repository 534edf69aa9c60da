import type { Store, Tx } from '../../../../main/store/index.ts';

/** Zone sets that every test store has: nothing known, Chicago, and the two on either side of its border. */
export const zoneSets = { unknown: 1, chicago: 2, chicagoOrNewYork: 3 } as const;

export interface Seeds {
  readonly contactCount?: number;
  /** Which zone set the contact with this index, from 0, belongs to. */
  readonly zoneSetOf?: (index: number) => number;
  readonly bucketSize?: 10 | 25 | 100 | 200;
  readonly initialScripts?: readonly string[];
}

/** An invented phone of its own for each of the first 80,000 contacts. */
export function phoneOf(index: number): string {
  return `+1${200 + Math.floor(index / 100)}55501${String(index % 100).padStart(2, '0')}`;
}

/**
 * A campaign in New York with one ready list, initial scripts and a number to text from. Contact ids and list members are
 * 1 to `contactCount`, list 1 is theirs, list 2 is empty, list 3 is still being imported; the last script is a response.
 */
export function seed(
  store: Store,
  seeds: Seeds = {},
): { readonly initialScriptIds: number[]; readonly responseId: number } {
  const { contactCount = 3, zoneSetOf = () => zoneSets.unknown, bucketSize = 10 } = seeds;
  const bodies = seeds.initialScripts ?? ['Hi ##{{first_name}}, will you come on Saturday?'];
  return store.write((tx) => {
    tx.run(
      `INSERT INTO campaign (one, name, founded_at, bucket_size) VALUES (1, 'Riverside Tenants', 0, ?)`,
      bucketSize,
    );
    tx.run(`INSERT INTO zone_set (id, zones) VALUES (2, '["America/Chicago"]')`);
    tx.run(`INSERT INTO zone_set (id, zones) VALUES (3, '["America/Chicago","America/New_York"]')`);
    for (const state of ['ready', 'ready', 'importing'])
      tx.run(`INSERT INTO list (name, state, created_by, created_at) VALUES ('Tenants', ?, 1, 0)`, state);
    for (let index = 0; index < contactCount; index += 1) addContact(tx, index, zoneSetOf(index));
    tx.run(
      `INSERT INTO number (phone, account_id, carrier_id, label, can_text, added_at)
       VALUES ('+12025550100', 'AC1', 'PN1', '', 1, 0)`,
    );
    const initialScriptIds = bodies.map((body) => addScript(tx, body));
    return { initialScriptIds, responseId: addScript(tx, 'Thank you!') };
  });
}

function addContact(tx: Tx, index: number, zoneSetId: number): void {
  const insert = 'INSERT INTO contact (phone, first_name, zone_set_id, created_at) VALUES (?, ?, ?, 0)';
  const { id } = tx.run(insert, phoneOf(index), `Bo${index + 1}`, zoneSetId);
  tx.run('INSERT INTO list_member (list_id, contact_id) VALUES (1, ?)', id);
}

function addScript(tx: Tx, body: string): number {
  const insert = `INSERT INTO script (name, body, created_by, created_at, changed_at) VALUES ('A script', ?, 1, 0, 0)`;
  return tx.run(insert, body).id;
}

/** What makes a contact one that is never texted. */
export const neverTexted = {
  'opted-out': (tx: Tx, contactId: number): void => {
    tx.run(`INSERT INTO opt_out (phone, at, source) VALUES (?, 0, 'words')`, phoneOf(contactId - 1));
  },
  blocked: (tx: Tx, contactId: number): void => {
    tx.run('INSERT INTO phone_fact (phone, blocked_at) VALUES (?, 0)', phoneOf(contactId - 1));
  },
  unreachable: (tx: Tx, contactId: number): void => {
    tx.run('INSERT INTO phone_fact (phone, unreachable_code) VALUES (?, 30006)', phoneOf(contactId - 1));
  },
} as const;
