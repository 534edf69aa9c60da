import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSlug } from '../../../main/campaign/fields.ts';
import { listFields } from '../../../main/campaign/index.ts';
import { parseScript } from '../../../shared/domain/script.ts';
import { fieldVariable } from '../../../shared/domain/script-variables.ts';
import { openFoundedCampaign } from './open-campaign.ts';

const fieldsNamed = (...slugs: string[]) => slugs.map((slug, index) => ({ fieldId: index + 1, slug, title: slug }));

describe('the custom fields of a campaign', () => {
  it('are added by an admin and listed in the order in which they came', async () => {
    const { addField, call, signIn, store, events, trail } = await openFoundedCampaign();
    expect(await addField('issue_ID', 'Issue')).toMatchObject({ value: { fieldId: 1 } });
    expect(await addField('barrio', 'Barrio')).toMatchObject({ value: { fieldId: 2 } });
    const fields = [
      { fieldId: 1, slug: 'issue_ID', title: 'Issue' },
      { fieldId: 2, slug: 'barrio', title: 'Barrio' },
    ];
    expect(store.look(listFields)).toEqual(fields);
    expect(await call('campaign/list-fields', {}, signIn('texter'))).toMatchObject({ value: { fields } });
    expect(events.slice(0, 2)).toEqual([
      { event: 'changed', room: 'campaign' },
      { event: 'changed', room: 'campaign' },
    ]);
    expect(trail('campaign/field-*')).toMatchObject([
      { kind: 'campaign/field-added', user_id: 2, entity_id: 1, payload: '{"slug":"issue_ID"}' },
      { entity_id: 2, payload: '{"slug":"barrio"}' },
    ]);
  });

  it('are not a lead’s to add', async () => {
    const { addField, signIn } = await openFoundedCampaign();
    expect(await addField('barrio', 'Barrio', signIn('lead'))).toMatchObject({ error: { code: 'serve/not-allowed' } });
  });

  it.each(['two words', 'dot.ted', 'brace}', "quote'd", 'custom_field_'])('have no slug like %j', async (slug) => {
    const { addField } = await openFoundedCampaign();
    expect(await addField(slug)).toMatchObject({ error: { code: 'campaign/bad-slug', params: { slug } } });
  });

  it.each([
    ['issue', 'the same slug'],
    ['custom_field_issue', 'the slug with the prefix that lists put before it'],
    ['first_name', 'a variable of the contact'],
    ['fullname', 'another spelling of one'],
    ['remind_a_friend', 'a built-in field'],
    ['custom_field_remind_a_friend', 'a built-in field in full'],
    ['broadcast_phone_number', 'a variable of the campaign'],
  ])('have no slug %s beside issue: %s', async (slug) => {
    const { addField, store } = await openFoundedCampaign();
    await addField('issue');
    expect(await addField(slug)).toMatchObject({ error: { code: 'campaign/field-exists', params: { slug } } });
    expect(store.look(listFields)).toHaveLength(1);
  });

  it('may differ in case alone, as the headers of lists do', async () => {
    const { addField } = await openFoundedCampaign();
    await addField('issue_id');
    expect(await addField('issue_ID')).toMatchObject({ ok: true });
  });

  it('are one however an accent was typed', () => {
    expect(judgeSlug('re\u0301gion', [])).toMatchObject({ value: 'r\u00e9gion' });
    expect(judgeSlug('re\u0301gion', fieldsNamed('r\u00e9gion'))).toMatchObject({
      error: { code: 'campaign/field-exists' },
    });
  });

  it('mean themselves in a script, whatever slug was taken', () => {
    const word = fc.constantFrom('custom_field_', 'full', 'name', '_', 'user', 'phone', 'é', 'e\u0301', '-', '7', 'ß');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const judged = judgeSlug(words.join(''), []);
        fc.pre(judged.ok);
        if (!judged.ok) return;
        const parsed = parseScript(`##{{${judged.value}}}`);
        expect(parsed).toMatchObject({ value: [{ kind: 'variable', name: fieldVariable(judged.value) }] });
        expect(judgeSlug(fieldVariable(judged.value), fieldsNamed(judged.value)).ok).toBe(false);
      }),
    );
  });
});
