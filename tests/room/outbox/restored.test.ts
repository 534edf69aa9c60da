import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { phoneOf, seedOutbox } from '../../support/outbox-seed.ts';
import { openRooms } from '../../support/rooms.ts';
import { scriptedCarrier, sendingNumber } from '../../support/scripted-carrier.ts';

const tenInNewYork = Date.UTC(2026, 2, 2, 15);
const secondMs = 1_000;

/** One campaign's folder with its carrier, over several lives of the engine. */
async function openCampaign() {
  const clock = settableClock({ startAt: tenInNewYork });
  const carrier = scriptedCarrier(clock);
  const folder = temporaryFolder();
  const aside = temporaryFolder();

  const open = async (where = folder) => {
    const rooms = await openRooms({ carrier, clock, folder: where });
    const isNew = rooms.store.look((reader) => reader.get('SELECT 1 FROM campaign')) === undefined;
    if (isNew) seedOutbox(rooms.store);
    rooms.start();
    const session = rooms.people.openSession(1);
    const pass = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) await clock.advance(secondMs);
    };
    await pass(2);
    return {
      ...rooms,
      pass,
      send: async (contactId: number, text = `Hello ${contactId}`) =>
        rooms.call('outbox/send-initial', { intentId: randomUUID(), assignmentId: contactId, text }, session),
      status: async () => {
        const answer = await rooms.call('outbox/read-status', {}, session);
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value;
      },
      close: async () => {
        await rooms.stop();
        await rooms.store.close();
      },
    };
  };

  return {
    carrier,
    clock,
    open,
    /** While no engine has it open. */
    putAside: () => copyFileSync(join(folder, 'fieldline.db'), join(aside, 'yesterday.db')),
    restore: () => copyFileSync(join(aside, 'yesterday.db'), join(folder, 'fieldline.db')),
    copyElsewhere: () => {
      const elsewhere = join(temporaryFolder(), 'copy');
      mkdirSync(elsewhere);
      copyFileSync(join(folder, 'fieldline.db'), join(elsewhere, 'fieldline.db'));
      return elsewhere;
    },
    textsTo: (contactId: number) => carrier.kept.filter(({ body }) => body.endsWith(` ${contactId}`)).length,
  };
}

/** A day in which contact 1 was texted before the backup, and contacts 2 and 3 after it. */
async function openRestored(isOffline = false) {
  const campaign = await openCampaign();
  const first = await campaign.open();
  await first.send(1);
  await first.pass(5);
  await first.close();
  campaign.putAside();
  const second = await campaign.open();
  await second.send(2);
  await second.send(3);
  await second.pass(5);
  await second.close();
  campaign.restore();
  campaign.carrier.unreachable = isOffline;
  return { ...campaign, restored: await campaign.open() };
}

describe('a store that was restored from yesterday', () => {
  it('sends nothing before the account was read late enough, and says so', async () => {
    const { restored, carrier } = await openRestored();
    await restored.send(4);
    const callsBefore = carrier.calls.length;
    await restored.pass(80);
    expect(carrier.calls).toHaveLength(callsBefore);
    expect(await restored.status()).toMatchObject({ queued: 1, heldBy: { code: 'outbox/store-not-matched' } });
  });

  it('tells how many texts it has found that it did not know of', async () => {
    const { restored } = await openRestored();
    await restored.pass(20);
    expect((await restored.status()).heldBy).toMatchObject({ params: { found: 2 } });
  });

  it('goes on by itself once all is matched', async () => {
    const { restored, textsTo } = await openRestored();
    await restored.send(4);
    await restored.pass(300);
    expect(await restored.status()).toMatchObject({ queued: 0, heldBy: null });
    expect(textsTo(4)).toBe(1);
  });

  it('texts nobody first again whom it does not remember', async () => {
    const { restored, textsTo } = await openRestored();
    await restored.pass(300);
    expect(await restored.send(2)).toMatchObject({ ok: false, error: { code: 'assignments/already-texted' } });
    await restored.pass(120);
    expect(textsTo(2)).toBe(1);
  });

  it('does not send again what was decided again before it was matched', async () => {
    const { restored, carrier, textsTo } = await openRestored(true);
    expect(await restored.send(3)).toMatchObject({ ok: true });
    carrier.unreachable = false;
    await restored.pass(400);
    expect(textsTo(3)).toBe(1);
    const row = restored.store.look((reader) =>
      reader.get<{ state: string }>(`SELECT state FROM message WHERE contact_id = 3`),
    );
    expect(row?.state).toBe('handed-over');
  });

  it('gives the texts that it adopts to whoever had the contact', async () => {
    const { restored } = await openRestored();
    await restored.pass(300);
    const rows = restored.store.look((reader) =>
      reader.all<object>(`SELECT contact_id, user_id, kind, state FROM message WHERE contact_id IN (2, 3) ORDER BY 1`),
    );
    expect(rows).toEqual([
      { contact_id: 2, user_id: 1, kind: 'initial', state: 'handed-over' },
      { contact_id: 3, user_id: 1, kind: 'initial', state: 'handed-over' },
    ]);
  });

  it('takes a first text that waits for the one that left, whatever its words', async () => {
    const { restored, carrier, textsTo } = await openRestored(true);
    expect(await restored.send(3, 'Good morning from Ben')).toMatchObject({ ok: true });
    carrier.unreachable = false;
    await restored.pass(400);
    expect(textsTo(3)).toBe(1);
    expect(carrier.kept.filter(({ body }) => body === 'Good morning from Ben')).toEqual([]);
  });

  it('texts nobody first again in a second action whom the lost life texted there', async () => {
    const campaign = await openCampaign();
    const first = await campaign.open();
    await first.send(1);
    await first.pass(5);
    first.store.write((tx) => {
      tx.run(
        `INSERT INTO action (id, name, list_id, state, created_by, created_at) VALUES (2, 'Again', 1, 'published', 1, 0)`,
      );
      tx.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (2, 'initial', 0, 1)`);
      tx.run(
        `INSERT INTO assignment (id, action_id, contact_id, zone_set_id, state, batch_id, user_id)
         VALUES (101, 2, 1, 2, 'claimed', 1, 1)`,
      );
      tx.run('UPDATE campaign SET lock_minutes = 0');
    });
    await first.close();
    campaign.putAside();
    const second = await campaign.open();
    await second.send(101, 'Second wave 1');
    await second.pass(5);
    await second.close();
    campaign.restore();
    const restored = await campaign.open();
    await restored.pass(300);
    expect(await restored.send(101, 'Second wave 1')).toMatchObject({
      ok: false,
      error: { code: 'assignments/already-texted' },
    });
    expect(campaign.textsTo(1)).toBe(2);
  });

  it('waits while there is no line, however long', async () => {
    const { restored, carrier } = await openRestored();
    carrier.unreachable = true;
    await restored.pass(600);
    expect((await restored.status()).heldBy).toMatchObject({ code: 'outbox/store-not-matched' });
  });
});

describe('a number that was bought after the backup', () => {
  const bought = '+12025550198';

  /** The lost life texted contact 2 from a number that the backup does not know, and contact 5 asked there to stop. */
  async function openRestoredWithout(what: { readonly numbersUnreadable?: boolean } = {}) {
    const campaign = await openCampaign();
    const { carrier } = campaign;
    const first = await campaign.open();
    await first.send(1);
    await first.pass(5);
    await first.close();
    campaign.putAside();
    const second = await campaign.open();
    carrier.numbers = [...(carrier.numbers ?? []), sendingNumber(bought)];
    await second.numbers.refresh();
    second.store.write((tx) => tx.run('UPDATE number SET can_text = (phone = ?)', bought));
    await second.send(2);
    await second.pass(3_600);
    expect(carrier.kept.at(-1)).toMatchObject({ body: 'Hello 2', from: bought });
    carrier.put({
      direction: 'inbound',
      from: phoneOf(5) as never,
      to: bought as never,
      body: 'STOP',
      status: { known: true, name: 'received' },
    });
    // What comes later is far from it, further than a reading goes back once something was read.
    await second.pass(3_600);
    await second.send(3);
    await second.pass(60);
    await second.close();
    campaign.restore();
    const known = carrier.numbers;
    if (what.numbersUnreadable) carrier.numbers = null;
    const restored = await campaign.open();
    return { ...campaign, restored, known };
  }

  it('is learnt before the account is read, so that nobody is texted twice and a wish to stop is honoured', async () => {
    const { restored } = await openRestoredWithout();
    await restored.pass(300);
    expect((await restored.status()).heldBy).toBeNull();
    expect(await restored.send(2)).toMatchObject({ ok: false, error: { code: 'assignments/already-texted' } });
    expect(await restored.send(5)).toMatchObject({ ok: false, error: { code: 'outbox/opted-out' } });
  });

  it('holds everything while it cannot be learnt, and nothing that was read meanwhile counts as read', async () => {
    const { restored, carrier, known } = await openRestoredWithout({ numbersUnreadable: true });
    await restored.pass(600);
    expect((await restored.status()).heldBy).toMatchObject({ code: 'outbox/store-not-matched' });
    carrier.numbers = known;
    await restored.pass(300);
    expect((await restored.status()).heldBy).toBeNull();
    expect(await restored.send(2)).toMatchObject({ ok: false, error: { code: 'assignments/already-texted' } });
  });
});

describe('a store folder that was copied and opened elsewhere', () => {
  it('sends nothing before the account was read, and then nothing twice', async () => {
    const campaign = await openCampaign();
    const first = await campaign.open();
    campaign.carrier.unreachable = true;
    await first.pass(2);
    await first.send(1);
    await first.close();
    const elsewhere = campaign.copyElsewhere();
    campaign.carrier.unreachable = false;
    const second = await campaign.open();
    await second.pass(60);
    expect(campaign.textsTo(1)).toBe(1);
    await second.close();

    const copy = await campaign.open(elsewhere);
    expect((await copy.status()).heldBy).toMatchObject({ code: 'outbox/store-not-matched' });
    await copy.pass(300);
    expect((await copy.status()).heldBy).toBeNull();
    expect(campaign.textsTo(1)).toBe(1);
  });
});
