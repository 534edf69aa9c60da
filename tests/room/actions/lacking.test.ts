import { describe, expect, it } from 'vitest';
import { countLackingRows } from '../../../main/contacts/lacking.ts';
import { plansOf } from '../assignments/support/plans.ts';
import { phoneOf } from '../assignments/support/seeds.ts';
import { openTextBank } from '../assignments/support/text-bank.ts';

/** Ten contacts, ids 1 to 10, in list 1; the field `rent` has a value for all but 3, 4 and 5, and nobody has a last name. */
async function openList() {
  const bank = await openTextBank({ contactCount: 10 });
  const session = bank.signIn('admin');
  bank.store.write((tx) => {
    tx.run(`INSERT INTO field (id, slug, title, created_at) VALUES (1, 'rent', 'Rent increase %', 0)`);
    for (const contactId of [1, 2, 6, 7, 8, 9, 10]) {
      tx.run('INSERT INTO contact_value (contact_id, field_id, value) VALUES (?, 1, ?)', contactId, '12');
    }
    tx.run(`INSERT INTO contact_value (contact_id, field_id, value) VALUES (3, 1, '  ')`);
  });
  const run = (sql: string, ...values: (string | number)[]): void =>
    bank.store.write((tx) => void tx.run(sql, ...values));
  const read = (variable: string, listId = 1) => bank.call('actions/read-lacking', { listId, variable }, session);
  return { bank, run, read };
}

describe('who of a list lacks what a script says', () => {
  it('is counted for a custom field, with one of them to look at; spaces alone are no value', async () => {
    const { read } = await openList();
    expect(await read('custom_field_rent')).toMatchObject({ value: { contacts: 10, lacking: 3, contactId: 3 } });
  });

  it('is counted for what is a column of its own', async () => {
    const { run, read } = await openList();
    run(`UPDATE contact SET last_name = 'Diaz' WHERE id <> 7`);
    expect(await read('last_name')).toMatchObject({ value: { contacts: 10, lacking: 1, contactId: 7 } });
    expect(await read('phone')).toMatchObject({ value: { contacts: 10, lacking: 0, contactId: null } });
  });

  it('is nobody where the place may be left out, as that rule has it', async () => {
    const { run, read } = await openList();
    run(`UPDATE contact SET first_name = ''`);
    for (const name of ['first_name', 'full_name']) expect(await read(name)).toMatchObject({ value: { lacking: 0 } });
  });

  it('is everybody where no contact can have a value', async () => {
    const { read } = await openList();
    for (const name of ["'pledge'|trackable", 'custom_field_gone', 'opt_in_form.title']) {
      expect(await read(name)).toMatchObject({ value: { contacts: 10, lacking: 10, contactId: 1 } });
    }
  });

  it('leaves out who has opted out and whose phone takes no texts', async () => {
    const { run, read } = await openList();
    run(`INSERT INTO opt_out (phone, at, source) VALUES (?, 0, 'words')`, phoneOf(2));
    run('INSERT INTO phone_fact (phone, unreachable_code) VALUES (?, 30006)', phoneOf(3));
    run('INSERT INTO phone_fact (phone, blocked_at) VALUES (?, 1)', phoneOf(9));
    expect(await read('custom_field_rent')).toMatchObject({ value: { contacts: 7, lacking: 1, contactId: 5 } });
  });

  it('is refused of a list that is not there or is still being imported, and to texters', async () => {
    const { bank, read } = await openList();
    expect(await read('last_name', 99)).toMatchObject({ error: { code: 'contacts/unknown-list' } });
    expect(await read('last_name', 3)).toMatchObject({ error: { code: 'contacts/unknown-list' } });
    const texter = bank.signIn('texter');
    expect(await bank.call('actions/read-lacking', { listId: 1, variable: 'last_name' }, texter)).toMatchObject({
      ok: false,
    });
  });

  it('is counted in one walk through the list, each value found in an index', async () => {
    const { bank } = await openList();
    const plans = plansOf(bank.store, (reader) => countLackingRows(reader, { listId: 1, what: { fieldId: 1 } }));
    expect(plans).toContain('SEARCH list_member USING PRIMARY KEY (list_id=?)');
    expect(plans).toContain('SEARCH its USING PRIMARY KEY (contact_id=? AND field_id=?) LEFT-JOIN');
    const scanned = plans.filter((step) => step.startsWith('SCAN'));
    expect(new Set(scanned)).toEqual(new Set(['SCAN opt_out', 'SCAN phone_fact', 'SCAN left_out']));
  });
});
