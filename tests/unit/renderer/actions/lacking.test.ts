import { describe, expect, it } from 'vitest';
import { blankScript, newDraft } from '../../../../renderer/features/actions/draft.ts';
import { textsToHave, variablesToHave } from '../../../../renderer/features/actions/lacking.ts';
import { nameApart } from '../../../../renderer/features/actions/told-apart.ts';
import { dearIn } from '../../../../renderer/features/script-editor/dear-characters.ts';
import { formatsFor } from '../../../../renderer/words/formats.ts';
import { measureText } from '../../../../shared/domain/text-measure.ts';

describe('what contacts have to have for a text', () => {
  it.each([
    ['Hi ##{{first_name}} ##{{full_name}}', []],
    ['##{{user.email}} ##{{campaign.description}} ##{{broadcast_phone_number}}', []],
    ['##{{last_name}} ##{{rent}} ##{{rent}}', ['last_name', 'custom_field_rent']],
    ["##{{'pledge'|trackable}}", ["'pledge'|trackable"]],
    ['##{{last_name}} and {{rent}}', []],
  ])('of %s is %j', (body, names) => {
    expect(variablesToHave(body)).toEqual(names);
  });

  it('is told once for all the texts that say it', () => {
    const script = (key: string, body: string) => ({ ...blankScript(key), body });
    const draft = {
      ...newDraft('a'),
      initial: [script('a', '##{{rent}}'), script('b', '##{{last_name}}')],
      responses: [script('c', '##{{rent}}')],
    };
    expect([...textsToHave(draft)]).toEqual([
      ['custom_field_rent', ['a', 'c']],
      ['last_name', ['b']],
    ]);
  });
});

it('what an emoji costs is told where it costs something', () => {
  expect(dearIn(measureText('Hi 🎉'))).toBeNull();
  expect(dearIn(measureText(`${'a'.repeat(140)}🎉`))).toEqual({ characters: ['🎉'], segments: 3, without: 1 });
  expect(dearIn(measureText('a'.repeat(400)))).toBeNull();
});

it('an action has its time behind its name only among namesakes', () => {
  const at = new Date(2026, 10, 12, 10, 42).getTime();
  const named = (actionId: number, name: string) => ({ actionId, name, createdAt: at - 1, publishedAt: at });
  const actions = [named(1, 'Rally'), named(2, ' rally'), named(3, 'Vigil')];
  const nameOf = nameApart(actions, formatsFor('en-US'));
  expect(actions.map(nameOf)).toEqual(['Rally · Nov 12, 10:42 AM', ' rally · Nov 12, 10:42 AM', 'Vigil']);
});
