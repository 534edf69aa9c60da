import { beforeEach, describe, expect, it } from 'vitest';
import { type Contact, findContact } from '../../../main/contacts/index.ts';
import { createScripts, type FilledScript } from '../../../main/scripts/index.ts';
import type { Store } from '../../../main/store/index.ts';
import { asE164, type E164 } from '../../../shared/domain/phone.ts';
import { openScripts } from './open-scripts.ts';

let store: Store;
let sendingPhone: E164 | null;
let phonesAsked: number;
let joinCode: string;
/** Fills a body for the contact with this id and the founder, Ana. */
let fill: (body: string, contactId?: number) => FilledScript;

beforeEach(async () => {
  const rooms = await openScripts();
  const { call, admin } = rooms;
  store = rooms.store;
  sendingPhone = asE164('+12025550100');
  phonesAsked = 0;
  const { fillScript } = createScripts({
    sendingPhone: () => {
      phonesAsked += 1;
      return sendingPhone;
    },
  });
  store.write((tx) => {
    tx.run(`INSERT INTO contact (id, phone, first_name, last_name, state, zone_set_id, created_at) VALUES
      (1, '+12025550123', 'José', 'Muñiz', 'NY', 1, 0), (2, '+12025550124', '', '', '', 1, 0)`);
    tx.run(`INSERT INTO contact_value (contact_id, field_id, value) VALUES (1, 1, 'heat')`);
    tx.run(`UPDATE campaign SET description = 'Rents down.', contact_fallback = 'friend'`);
  });
  const settings = await call('campaign/read-settings', {}, admin);
  joinCode = settings.ok ? settings.value.joinCode : '';
  fill = (body, contactId = 1) =>
    store.look((reader) => {
      const contact = findContact(reader, contactId) as Contact;
      return fillScript(reader, { body, contact, userId: 1 });
    });
});

describe('a filled script', () => {
  it('speaks to the contact in the texter’s name', () => {
    const body =
      'Hi ##{{first_name}} ##{{last_name}} in ##{{state_abbrev}}, ##{{user.full_name}} here about ##{{issue_ID}}.';
    expect(fill(body)).toEqual({ text: 'Hi José Muñiz in NY, Ana here about heat.', segments: 1, gaps: [] });
  });

  it('speaks of the campaign', () => {
    const body = '##{{campaign.name}}: ##{{campaign.description}} Join: ##{{campaign.join_code}}';
    expect(fill(body).text).toBe(`Riverside Tenants: Rents down. Join: ${joinCode}`);
  });

  it('names the sending number as people read it, and asks for it only then', () => {
    fill('Hi ##{{first_name}}');
    expect(phonesAsked).toBe(0);
    expect(fill('Call ##{{broadcast_phone_number}}').text).toBe('Call (202) 555-0100');
  });

  it('misses the sending number while there is none', () => {
    sendingPhone = null;
    expect(fill('Call us: ##{{broadcast_phone_number}}')).toMatchObject({
      text: 'Call us:',
      gaps: [{ name: 'broadcast_phone_number', at: 8 }],
    });
  });

  it('lets the campaign’s fallback stand in for a name that is missing', () => {
    const body = 'Hi ##{{first_name}}, about ##{{issue_ID}}: ##{{last_name}}';
    expect(fill(body, 2)).toMatchObject({
      text: 'Hi friend, about:',
      gaps: [
        { name: 'custom_field_issue_ID', at: 16 },
        { name: 'last_name', at: 17 },
      ],
    });
  });

  it('leaves out and names what has no meaning yet', () => {
    const body = 'Hi ##{{first_name}} ##{{user.phone}}##{{user.email}}##{{user.team_code}}##{{opt_in_form.title}}';
    expect(fill(body)).toMatchObject({
      text: 'Hi José',
      gaps: ['user.phone', 'user.email', 'user.team_code', 'opt_in_form.title'].map((name) => ({ name, at: 7 })),
    });
  });

  it('is spared the price of quotes that a word processor put in', () => {
    expect(fill(`It’s “##{{first_name}}” ${'x'.repeat(100)}`)).toEqual({
      text: `It's "José" ${'x'.repeat(100)}`,
      segments: 1,
      gaps: [],
    });
  });

  it('tells where a place was left empty in the text as it is sent', () => {
    const { text, gaps } = fill('“Hello…” ##{{issue_ID}} and more', 2);
    expect(gaps.map(({ at }) => [text.slice(0, at), text.slice(at)])).toEqual([['"Hello..." ', 'and more']]);
  });

  it('costs what this contact’s name makes it cost', () => {
    store.write((tx) => tx.run(`UPDATE contact SET first_name = 'Łucja' WHERE id = 1`));
    const body = `Hi ##{{first_name}} ${'x'.repeat(100)}`;
    expect([fill(body, 1).segments, fill(body, 2).segments]).toEqual([2, 1]);
  });

  it('follows new settings and new names at once, though its body was read before', () => {
    const body = '##{{first_name}} of ##{{campaign.name}}';
    expect(fill(body).text).toBe('José of Riverside Tenants');
    store.write((tx) => {
      tx.run(`UPDATE campaign SET name = 'Lakeside Tenants'`);
      tx.run(`UPDATE contact SET first_name = 'Josefa' WHERE id = 1`);
    });
    expect(fill(body).text).toBe('Josefa of Lakeside Tenants');
  });

  it('stays right when more scripts were filled than are remembered', () => {
    for (let turn = 0; turn < 2; turn++) {
      for (let index = 0; index < 150; index++) {
        expect(fill(`${index} for ##{{first_name}}`).text).toBe(`${index} for José`);
      }
    }
  });

  it('is never made of a body that nobody checked', () => {
    expect(() => fill('Hi ##{{first_name')).toThrow('cannot be parsed');
  });

  it('never reads a value as a script', () => {
    store.write((tx) => tx.run(`UPDATE contact SET first_name = '##{{campaign.join_code}}' WHERE id = 1`));
    expect(fill('Hi ##{{first_name}}').text).toBe('Hi ##{{campaign.join_code}}');
  });
});
