import { describe, expect, it } from 'vitest';
import { countHeldBack, countMembers, countOptedOut } from '../../../main/contacts/queries.ts';
import { testStart } from '../../support/stores.ts';
import { plansOf } from '../assignments/support/plans.ts';
import { phoneOf } from '../assignments/support/seeds.ts';
import { openTextBank } from '../assignments/support/text-bank.ts';

const hourMs = 60 * 60_000;

/** A draft over the ten contacts of list 1; contacts by index from 0. */
async function openDraft() {
  const bank = await openTextBank({ contactCount: 10 });
  const session = bank.signIn('admin');
  const actionId = await bank.createDraft(session, { initialScriptIds: bank.initialScriptIds });
  const note = (index: number, fact: { unreachable?: number; blocked?: number; texted?: number }): void =>
    bank.store.write((tx) => {
      tx.run(
        'INSERT INTO phone_fact (phone, unreachable_code, blocked_at, last_initial_at) VALUES (?, ?, ?, ?)',
        phoneOf(index),
        fact.unreachable ?? null,
        fact.blocked ?? null,
        fact.texted ?? null,
      );
    });
  const optOut = (index: number): void =>
    bank.store.write((tx) => {
      tx.run(`INSERT INTO opt_out (phone, at, source) VALUES (?, 0, 'words')`, phoneOf(index));
    });
  const read = (id = actionId) => bank.call('actions/read-reach', { actionId: id }, session);
  return { bank, session, actionId, note, optOut, read };
}

describe('whom a draft would text', () => {
  it('is all of its list while nothing is known of their phones', async () => {
    const { read } = await openDraft();
    expect(await read()).toEqual({
      id: expect.anything(),
      ok: true,
      value: { contacts: 10, optedOut: 0, unreachable: 0, locked: 0, lockMinutes: 360 },
    });
  });

  it('counts each contact once, by the first reason: opted out, unreachable, then within the lock', async () => {
    const { note, optOut, read } = await openDraft();
    for (const index of [0, 1, 2]) optOut(index);
    note(1, { texted: testStart - 1 });
    note(2, { unreachable: 30_006 });
    note(3, { unreachable: 30_006, texted: testStart - 1 });
    note(4, { blocked: 1 });
    note(5, { texted: testStart - 1 });
    note(6, { texted: testStart - 6 * hourMs + 1 });
    note(7, { texted: testStart - 6 * hourMs });
    expect(await read()).toMatchObject({ value: { contacts: 10, optedOut: 3, unreachable: 2, locked: 2 } });
  });

  it('is held back by no lock where the campaign has none', async () => {
    const { bank, note, read } = await openDraft();
    note(5, { texted: testStart - 1 });
    bank.store.write((tx) => tx.run('UPDATE campaign SET lock_minutes = 0'));
    expect(await read()).toMatchObject({ value: { locked: 0, lockMinutes: 0 } });
  });

  it('leaves out phones that are in other lists alone', async () => {
    const { bank, session, note, optOut, read } = await openDraft();
    optOut(0);
    note(1, { texted: testStart - 1 });
    note(2, { unreachable: 30_006 });
    const actionId = await bank.createDraft(session, { initialScriptIds: bank.initialScriptIds, listId: 2 });
    expect(await read(actionId)).toMatchObject({ value: { contacts: 0, optedOut: 0, unreachable: 0, locked: 0 } });
  });

  it('is not told of an action that is not there, nor to texters', async () => {
    const { bank, actionId, read } = await openDraft();
    expect(await read(99)).toMatchObject({ error: { code: 'actions/not-found' } });
    const texter = bank.signIn('texter');
    expect(await bank.call('actions/read-reach', { actionId }, texter)).toMatchObject({ ok: false });
  });

  it('is counted from what is noted, each contact found in an index', async () => {
    const { bank } = await openDraft();
    const plans = plansOf(bank.store, (reader) => [
      countMembers(reader, 1),
      countOptedOut(reader, 1),
      countHeldBack(reader, { listId: 1, lockedAfterAt: 0 }),
    ]);
    expect(plans).toEqual([
      'SEARCH list_member USING PRIMARY KEY (list_id=?)',
      'SCAN opt_out',
      'SEARCH contact USING COVERING INDEX sqlite_autoindex_contact_1 (phone=?)',
      'SEARCH list_member USING PRIMARY KEY (list_id=? AND contact_id=?)',
      'SCAN phone_fact',
      expect.stringContaining('CORRELATED SCALAR SUBQUERY'),
      'SEARCH opt_out USING PRIMARY KEY (phone=?)',
      'SEARCH contact USING COVERING INDEX sqlite_autoindex_contact_1 (phone=?)',
      'SEARCH list_member USING PRIMARY KEY (list_id=? AND contact_id=?)',
    ]);
  });
});
