import { describe, expect, it } from 'vitest';
import { findScript } from '../../../main/scripts/index.ts';
import { openScripts } from './open-scripts.ts';

describe('a script', () => {
  it('is kept as it was written, but for what nobody sees at its ends and between its lines', async () => {
    const { create, store, events, trail } = await openScripts();
    const written = ' \r\nHi ##{{first_name}},\r\n\r\n  is rent about ##{{issue_ID}}?\rReply STOP to end. \n';
    expect(await create(written, ' Opening ')).toMatchObject({ value: { scriptId: 1 } });
    expect(store.look((reader) => findScript(reader, 1))).toEqual({
      scriptId: 1,
      name: 'Opening',
      body: 'Hi ##{{first_name}},\n\n  is rent about ##{{issue_ID}}?\nReply STOP to end.',
    });
    expect(events).toEqual([{ event: 'changed', room: 'scripts', ids: [1] }]);
    expect(trail('scripts/*')).toEqual([{ kind: 'scripts/created', user_id: 2, entity_id: 1, payload: '{}' }]);
  });

  it('that was never written is not there', async () => {
    const { store } = await openScripts();
    expect(store.look((reader) => findScript(reader, 1))).toBeUndefined();
  });

  it.each(['', '  \n ', '\u200b\u00a0\u2060', '\u0000'])('is not %j, in which nothing can be read', async (body) => {
    const { create, change } = await openScripts();
    expect(await create(body)).toMatchObject({ error: { code: 'scripts/empty' } });
    await create('Hi');
    expect(await change(1, body)).toMatchObject({ error: { code: 'scripts/empty' } });
  });

  it.each([
    ['Hi ##{{frist_name}} ##{{', 'script/unknown-variable', '##{{first_name}}'],
    ['Hi ##{{issue_id}}', 'script/unknown-variable', '##{{issue_ID}}'],
    ["Hi ##{{'donate'|trackable}}", 'script/unknown-variable', undefined],
    ['Hi ##{{first_name} ##{{nonsense}}', 'script/not-closed', '##{{first_name}}'],
  ])(
    'is kept for a draft whatever is wrong with it, and refused for it once it is out: %s',
    async (body, code, suggestion) => {
      const { create, change, store, trail, putOut } = await openScripts();
      const bodyNow = () => store.look((reader) => findScript(reader, 1)?.body);
      expect(await create(body)).toMatchObject({ ok: true });
      expect(bodyNow()).toBe(body);
      await change(1, 'Hi');
      expect(await change(1, body)).toMatchObject({ ok: true });
      await change(1, 'Hi');
      putOut(1);
      const trailBefore = trail('scripts/changed');
      expect(await change(1, body)).toMatchObject({
        error: { code, params: suggestion === undefined ? {} : { suggestion } },
      });
      expect(bodyNow()).toBe('Hi');
      expect(trail('scripts/changed')).toEqual(trailBefore);
    },
  );

  it('is changed for what is sent from now on', async () => {
    const { create, change, store, events, trail } = await openScripts();
    await create('Hi ##{{first_name}}');
    events.length = 0;
    expect(await change(1, 'Hello ##{{first_name}} ', 'Second opening')).toMatchObject({ ok: true });
    const changed = { scriptId: 1, name: 'Second opening', body: 'Hello ##{{first_name}}' };
    expect(store.look((reader) => findScript(reader, 1))).toEqual(changed);
    expect(events).toEqual([{ event: 'changed', room: 'scripts', ids: [1] }]);
    expect(trail('scripts/changed')).toEqual([{ kind: 'scripts/changed', user_id: 2, entity_id: 1, payload: '{}' }]);
  });

  it('that is given what it already says is not changed', async () => {
    const { create, change, events, trail } = await openScripts();
    await create('Hi ##{{first_name}}');
    events.length = 0;
    expect(await change(1, 'Hi ##{{first_name}}\n')).toMatchObject({ ok: true });
    expect([events, trail('scripts/changed')]).toEqual([[], []]);
  });

  it('that is not there cannot be changed', async () => {
    const { change } = await openScripts();
    expect(await change(7, 'Hi')).toMatchObject({ error: { code: 'scripts/not-found' } });
  });

  it('is for everybody to read and for admins to write', async () => {
    const { create, call, signIn } = await openScripts();
    await create('Hi');
    const texter = signIn('texter');
    expect(await call('scripts/list', {}, texter)).toMatchObject({ value: { scripts: [{ body: 'Hi' }] } });
    expect(await call('scripts/check', { body: 'Hi' }, texter)).toMatchObject({ error: { code: 'serve/not-allowed' } });
  });
});

describe('the list of scripts', () => {
  it('comes newest first, page by page', async () => {
    const { create, call, admin } = await openScripts();
    for (const body of ['one', 'two', 'three']) await create(body);
    const firstPage = { scripts: [{ body: 'three' }, { body: 'two' }], next: 2 };
    expect(await call('scripts/list', { limit: 2 }, admin)).toMatchObject({ value: firstPage });
    const lastPage = { scripts: [{ body: 'one' }], next: null };
    expect(await call('scripts/list', { limit: 2, before: 2 }, admin)).toMatchObject({ value: lastPage });
  });

  it('has no next page when the last script ends it', async () => {
    const { create, call, admin } = await openScripts();
    for (const body of ['one', 'two']) await create(body);
    expect(await call('scripts/list', { limit: 2 }, admin)).toMatchObject({ value: { next: null } });
  });
});

describe('the check of a body', () => {
  it('names each problem where the editor shows it, however the body begins', async () => {
    const { check } = await openScripts();
    const body = '\r\n  Hi ##{{nam}} ##{{first_name}} ##{{}}';
    const answer = await check(body);
    const places = answer.ok ? answer.value.problems.map(({ start, end }) => body.slice(start, end)) : [];
    expect(places).toEqual(['##{{nam}}', '##{{}}']);
    expect(answer).toMatchObject({
      value: {
        problems: [
          { error: { code: 'script/unknown-variable', kind: 'input' } },
          { error: { code: 'script/empty-variable' } },
        ],
      },
    });
  });

  it.each([
    ['', 0, 'GSM-7'],
    ['Hi\r\n', 1, 'GSM-7'],
    ['x'.repeat(160), 1, 'GSM-7'],
    [`  ${'x'.repeat(160)}\n`, 1, 'GSM-7'],
    ['x'.repeat(161), 2, 'GSM-7'],
    [`It’s ${'x'.repeat(155)}`, 1, 'GSM-7'],
    [`It’s 🏠 ${'x'.repeat(80)}`, 2, 'UCS-2'],
  ])('counts %j as %d segments of %s, as it would be kept and sent', async (body, segments, encoding) => {
    const { check } = await openScripts();
    expect(await check(body)).toMatchObject({ value: { problems: [], segments, encoding } });
  });
});

describe('the menus of the editor', () => {
  it('offer the built-in variables and the campaign’s fields, written as a script has them', async () => {
    const { call, admin, create } = await openScripts();
    const answer = await call('scripts/list-variables', {}, admin);
    const variables = answer.ok ? answer.value.variables : [];
    expect(variables).toContainEqual({ name: 'first_name', group: 'contact', written: '##{{first_name}}' });
    expect(variables).toContainEqual({ name: 'custom_field_issue_ID', group: 'custom', written: '##{{issue_ID}}' });
    expect(await create(variables.map(({ written }) => written).join(' '))).toMatchObject({ ok: true });
  });
});

describe('the values of a preview', () => {
  it('are what scripts can say of each contact that is known, custom fields too', async () => {
    const { call, admin, store } = await openScripts();
    store.write((tx) => {
      tx.run(`INSERT INTO contact (id, phone, first_name, last_name, state, zone_set_id, created_at) VALUES
        (1, '+12025550123', 'José', 'Muñiz', 'NY', 1, 0), (2, '+12025550124', '', '', '', 1, 0)`);
      tx.run(`INSERT INTO contact_value (contact_id, field_id, value) VALUES (1, 1, 'heat')`);
    });
    expect(await call('scripts/read-values', { contactIds: [1, 2, 99] }, admin)).toMatchObject({
      value: {
        contacts: [
          {
            contactId: 1,
            values: {
              full_name: 'José Muñiz',
              phone: '+12025550123',
              state_abbrev: 'NY',
              custom_field_issue_ID: 'heat',
            },
          },
          { contactId: 2, values: { first_name: '', email: '' } },
        ],
      },
    });
  });
});
