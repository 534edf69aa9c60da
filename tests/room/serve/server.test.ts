import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { openRooms } from '../../support/rooms.ts';

const journalKinds = 'SELECT kind FROM journal ORDER BY id';

describe('a call', () => {
  it('that the contract does not name is unknown, even when every object has it', async () => {
    const { server } = await openRooms();
    for (const call of ['no/such-call', 'constructor', '__proto__', 'toString', 'app/read-about', '']) {
      const answer = await server.answer({ session: null }, { id: 1, call, input: {} });
      expect(answer).toMatchObject({ id: 1, ok: false, error: { code: 'serve/unknown-call' } });
    }
  });

  it('whose input does not parse is told which field, and not what was in it', async () => {
    const { call, found, log } = await openRooms();
    const answer = await call('campaign/found', { ...found(), campaignName: 'x\u0000 +12025550123' });
    expect(answer).toEqual({
      id: 1,
      ok: false,
      error: { code: 'serve/bad-input', kind: 'bug', params: { field: 'campaignName' } },
    });
    expect(JSON.stringify(log.lines)).not.toContain('555');
  });

  it('that fails by a bug is answered with an incident id that finds the stack in the log', async () => {
    const broken = () => {
      throw new Error('the wheel came off');
    };
    const { call, log } = await openRooms({ handlers: { 'campaign/read': broken } });
    const answer = await call('campaign/read', {});
    if (answer.ok) throw new Error('answered');
    expect(answer.error).toMatchObject({
      code: 'internal/bug',
      kind: 'bug',
      incidentId: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    const line = JSON.stringify(
      log.lines.find((entry) => JSON.stringify(entry).includes(String(answer.error.incidentId))),
    );
    expect(line).toContain('the wheel came off');
    expect(line).toContain('server.test.ts');
    expect(JSON.stringify(answer)).not.toContain('wheel');
  });
});

describe('who acts', () => {
  it('is nobody without a session', async () => {
    const { call } = await openRooms();
    expect(await call('jobs/list', {})).toMatchObject({ error: { code: 'serve/not-signed-in', kind: 'refused' } });
    expect(await call('jobs/list', {}, 'guessed')).toMatchObject({ error: { code: 'serve/not-signed-in' } });
  });

  it('is nobody any more after signing out', async () => {
    const { call, signIn } = await openRooms();
    const session = signIn('owner');
    expect(await call('jobs/list', {}, session)).toMatchObject({ ok: true });
    await call('people/sign-out', {}, session);
    expect(await call('jobs/list', {}, session)).toMatchObject({
      error: { code: 'serve/session-ended', kind: 'refused' },
    });
  });

  it('may do only what the role includes', async () => {
    const { call, signIn } = await openRooms();
    for (const role of ['texter', 'lead'] as const) {
      expect(await call('jobs/list', {}, signIn(role))).toMatchObject({ error: { code: 'serve/not-allowed' } });
    }
    for (const role of ['admin', 'owner'] as const) {
      expect(await call('jobs/list', {}, signIn(role))).toMatchObject({ ok: true });
    }
  });

  it('is bound to the port that the sign-in came by, and to no other', async () => {
    const { server, signIn } = await openRooms();
    signIn('owner');
    const [mine, another] = [{ session: null }, { session: null }];
    await server.answer(mine, { id: 1, call: 'people/sign-in', input: { userId: 1 } });
    expect(await server.answer(mine, { id: 2, call: 'jobs/list', input: {} })).toMatchObject({ ok: true });
    expect(await server.answer(another, { id: 2, call: 'jobs/list', input: {} })).toMatchObject({ ok: false });
    await server.answer(mine, { id: 3, call: 'people/sign-out', input: {} });
    expect(await server.answer(mine, { id: 4, call: 'jobs/list', input: {} })).toMatchObject({
      error: { code: 'serve/not-signed-in' },
    });
  });

  it('is told when the chosen person is not in the campaign', async () => {
    const { call } = await openRooms();
    expect(await call('people/sign-in', { userId: 9 })).toMatchObject({ error: { code: 'people/unknown-person' } });
  });
});

describe('an act that may happen once', () => {
  it('happens once and answers the same, however often it arrives', async () => {
    const { call, found, store } = await openRooms();
    const input = found();
    const answers = await Promise.all(Array.from({ length: 100 }, () => call('campaign/found', input)));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { ownerId: 1 } });
    expect(store.look((reader) => reader.all(journalKinds))).toEqual([
      { kind: 'people/added' },
      { kind: 'campaign/founded' },
    ]);
  });

  it('is refused when its id comes again with something else', async () => {
    const { call, found, signIn } = await openRooms();
    const input = found();
    await call('campaign/found', input);
    const reused = { error: { code: 'serve/intent-reused', kind: 'bug' } };
    expect(await call('campaign/found', { ...input, campaignName: 'Another' })).toMatchObject(reused);
    expect(await call('campaign/found', input, signIn('owner'))).toMatchObject(reused);
    expect(await call('campaign/read', {})).toMatchObject({ value: { campaign: { name: 'Riverside Tenants' } } });
  });

  it('that was refused left nothing and may be tried again', async () => {
    const { call, found, signIn } = await openRooms();
    const session = signIn('owner');
    const rename = { intentId: randomUUID(), campaignName: 'Riverside Tenants Union' };
    expect(await call('campaign/rename', rename, session)).toMatchObject({ error: { code: 'campaign/not-founded' } });
    await call('campaign/found', found());
    expect(await call('campaign/rename', rename, session)).toMatchObject({ ok: true });
  });

  it('cannot found a campaign a second time', async () => {
    const { call, found } = await openRooms();
    await call('campaign/found', found());
    const again = await call('campaign/found', found());
    expect(again).toMatchObject({ error: { code: 'campaign/already-founded', kind: 'refused' } });
    expect(await call('people/list-sign-in', {})).toMatchObject({ value: { people: [{ userId: 1 }] } });
  });

  it('may not wait, as it would go on after its transaction was rolled back', async () => {
    const waits = async () => ({ ok: true, value: { ownerId: 1 } }) as const;
    const { call, found, log } = await openRooms({ handlers: { 'campaign/found': waits as never } });
    expect(await call('campaign/found', found())).toMatchObject({ error: { code: 'internal/bug' } });
    expect(log.text()).toContain('campaign/found happens once and may not wait');
  });

  it('that was done is answered as done although somebody who is told of it fails', async () => {
    const { call, found } = await openRooms({
      handlers: {
        'campaign/found': ({ tx }) => {
          tx.run(`INSERT INTO campaign (one, name, founded_at) VALUES (1, 'whole', 0)`);
          tx.afterCommit(() => {
            throw new Error('the listener fell over');
          });
          return ok({ ownerId: 1 });
        },
      },
    });
    expect(await call('campaign/found', found())).toMatchObject({ ok: true });
  });

  it('rolls back what it had done when it fails by a bug', async () => {
    const { call, found, store } = await openRooms({
      handlers: {
        'campaign/found': ({ tx }) => {
          tx.run(`INSERT INTO campaign (one, name, founded_at) VALUES (1, 'half', 0)`);
          throw new Error('half way');
        },
      },
    });
    expect(await call('campaign/found', found())).toMatchObject({ error: { code: 'internal/bug' } });
    expect(store.look((reader) => reader.get('SELECT count(*) AS n FROM campaign'))).toEqual({ n: 0 });
  });
});

describe('the carrier’s account', () => {
  it('cannot be checked while no carrier is connected', async () => {
    const { call, signIn } = await openRooms();
    const answer = await call('carrier/check-account', {}, signIn('owner'));
    expect(answer).toMatchObject({ error: { code: 'carrier/not-set-up', kind: 'setup' } });
  });
});

describe('a file', () => {
  it('is found by its token only when a person has chosen it', async () => {
    const { files } = await openRooms();
    const token = files.register('/invented/list.csv');
    expect(files.find(token)).toEqual({ ok: true, value: '/invented/list.csv' });
    for (const guess of ['/invented/list.csv', '', 'constructor']) {
      expect(files.find(guess)).toMatchObject({ error: { code: 'serve/file-not-registered', kind: 'refused' } });
    }
  });
});

describe('the store’s refusal', () => {
  it('is the answer of whatever call met it', async () => {
    const { call, found, store } = await openRooms();
    store.markDamaged();
    expect(await call('campaign/found', found())).toMatchObject({ error: { code: 'store/damaged', kind: 'setup' } });
    expect(await call('store/read-status', {})).toMatchObject({
      value: { closedBecause: { code: 'store/damaged', kind: 'setup' } },
    });
  });
});
