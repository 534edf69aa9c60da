import { describe, expect, it } from 'vitest';
import { adviseOn } from '../../../renderer/features/script-editor/advice.ts';
import { type Introduced, introduce } from '../../../renderer/features/script-editor/introduce.ts';
import { nextSentence } from '../../../renderer/features/script-editor/join-text.ts';

const campaignName = 'Pier Street Tenants';
const people = [{ firstName: 'Sam', lastName: 'Rivera' }];
const fields = { fields: [], links: [] } as never;

type Mended = Introduced | 'opt-out';
const codes: Readonly<Record<Mended, readonly string[]>> = {
  texter: ['no-texter', 'texter-by-hand'],
  campaign: ['no-campaign'],
  'opt-out': ['no-opt-out'],
};

interface Edited {
  readonly body: string;
  readonly cursor: number;
}

/** What the note's button does to the text, with the cursor behind what it wrote. */
function mend({ body, cursor }: Edited, subject: Mended): Edited {
  const advice = adviseOn({ body, isInitial: true, campaignName, people, fields, segments: 1, isTooLong: false });
  const lacking = advice.find(({ code }) => codes[subject].includes(code));
  if (lacking === undefined) return { body, cursor };
  if (subject === 'opt-out') {
    const whole = body + nextSentence('Reply STOP to opt out.', body);
    return { body: whole, cursor: whole.length };
  }
  const { text, start, end } = introduce({
    body,
    at: lacking.place ?? { start: cursor, end: cursor },
    isGiven: lacking.place !== undefined,
    subject,
    name: lacking.insertion ?? '',
    campaignName,
  });
  return { body: body.slice(0, start) + text + body.slice(end), cursor: start + text.length };
}

const read = (body: string): string =>
  body
    .replaceAll('##{{user.first_name}}', 'Sam')
    .replaceAll('##{{user.full_name}}', 'Sam Rivera')
    .replaceAll('##{{campaign.name}}', campaignName)
    .replaceAll('##{{first_name}}', 'Ana');

const mendAll = (body: string, order: readonly Mended[], cursor = body.length): string =>
  read(order.reduce(mend, { body, cursor }).body);

const withBlank = (one: string, other: string): string => `${one}${one === '' || /\s$/u.test(one) ? '' : ' '}${other}`;
const stop = 'Reply STOP to opt out.';

describe('who texts and for whom, one after the other', () => {
  it.each<readonly [body: string, texterFirst: string, campaignFirst: string]>([
    ['Hi, this is ', 'Hi, this is Sam from Pier Street Tenants', 'Hi, this is Sam from Pier Street Tenants'],
    [
      'Hi ##{{first_name}}',
      'Hi Ana, this is Sam from Pier Street Tenants',
      'Hi Ana, this is Sam from Pier Street Tenants',
    ],
    ['Hi', 'Hi, this is Sam from Pier Street Tenants', 'Hi, this is Sam from Pier Street Tenants'],
    [
      'Can you come on Sunday?',
      'Can you come on Sunday? This is Sam from Pier Street Tenants.',
      'Can you come on Sunday? This is Sam from Pier Street Tenants.',
    ],
    ['this is Sam', 'this is Sam from Pier Street Tenants', 'this is Sam from Pier Street Tenants'],
    ['##{{user.first_name}}', 'Sam from Pier Street Tenants', 'Sam from Pier Street Tenants'],
    ['##{{campaign.name}}', 'Sam from Pier Street Tenants', 'Sam from Pier Street Tenants'],
    ['Pier Street Tenants', 'Sam from Pier Street Tenants', 'Sam from Pier Street Tenants'],
    [
      'Hi from Pier Street Tenants!',
      'Hi from Pier Street Tenants, this is Sam!',
      'Hi from Pier Street Tenants, this is Sam!',
    ],
    ['Hola, soy ', 'Hola, soy Sam de Pier Street Tenants', 'Hola, soy Sam de Pier Street Tenants'],
    ['Hola ##{{first_name}}', 'Hola Ana, soy Sam de Pier Street Tenants', 'Hola Ana, soy Sam de Pier Street Tenants'],
    [
      '¿Puede venir el domingo?',
      '¿Puede venir el domingo? Soy Sam de Pier Street Tenants.',
      '¿Puede venir el domingo? Soy Sam de Pier Street Tenants.',
    ],
    [
      'Hola, le escribe ##{{user.first_name}}. ¿Viene?',
      'Hola, le escribe Sam de Pier Street Tenants. ¿Viene?',
      'Hola, le escribe Sam de Pier Street Tenants. ¿Viene?',
    ],
  ])('%j', (body, texterFirst, campaignFirst) => {
    expect(mendAll(body, ['texter', 'campaign'])).toBe(texterFirst);
    expect(mendAll(body, ['campaign', 'texter'])).toBe(campaignFirst);
  });

  it.each<readonly [body: string, mended: string]>([
    ['Hi, this is ##{{campaign.name}}. Will you come?', 'Hi, this is Sam from Pier Street Tenants. Will you come?'],
    ['Hi this is ##{{campaign.name}}. Will you come?', 'Hi this is Sam from Pier Street Tenants. Will you come?'],
    [
      'Will you come? ##{{campaign.name}} is holding a rally.',
      'Will you come? Pier Street Tenants is holding a rally. This is Sam.',
    ],
    ['##{{campaign.name}}’s rally is on Sunday.', 'Pier Street Tenants’s rally is on Sunday. This is Sam.'],
    ['Hi from ##{{campaign.name}} we hold a rally.', 'Hi from Pier Street Tenants, this is Sam, we hold a rally.'],
  ])('the texter of the campaign in %j', (body, mended) => {
    expect(mendAll(body, ['texter'])).toBe(mended);
  });

  it('the campaign of somebody whom the campaign does not know', () => {
    expect(mendAll('this is Quinn', ['campaign'])).toBe('this is Quinn from Pier Street Tenants');
  });

  it('at the beginning, before what is written already', () => {
    expect(mendAll('Can you come?', ['texter', 'campaign'], 0)).toBe(
      'This is Sam from Pier Street Tenants. Can you come?',
    );
    expect(mendAll('Can you come?', ['campaign', 'texter'], 0)).toBe(
      'This is Sam from Pier Street Tenants. Can you come?',
    );
  });

  it('the campaign comes behind the texter, wherever the cursor is', () => {
    const body = 'Hi, this is ##{{user.first_name}}. Can you come?';
    for (let cursor = 0; cursor <= body.length; cursor++) {
      expect(mendAll(body, ['campaign'], cursor)).toBe('Hi, this is Sam from Pier Street Tenants. Can you come?');
    }
  });

  it('where “with” waits for a name, only the name is written', () => {
    expect(mendAll('Hi, this is ##{{user.first_name}} with . Can you come?', ['campaign'])).toBe(
      'Hi, this is Sam with Pier Street Tenants. Can you come?',
    );
  });
});

describe('behind the words on opting out, which stay the last', () => {
  it.each([
    [
      'Hi ##{{first_name}}, will you come? We need all of it.',
      'this is Sam from Pier Street Tenants, will you come? We need all of it. ',
    ],
    ['Hi will you come?', 'Hi, this is Sam from Pier Street Tenants, will you come? '],
    ['Hi neighbors, will you come?', 'Hi neighbors, this is Sam from Pier Street Tenants, will you come? '],
    ['Hi ##{{first_name}} We need you.', 'Hi Ana, this is Sam from Pier Street Tenants. We need you. '],
    ['Hello Ana Lima, will you come?', 'Hello Ana Lima, this is Sam from Pier Street Tenants, will you come? '],
    ['Hola vecinos, ¿vienen?', 'Hola vecinos, soy Sam de Pier Street Tenants, ¿vienen? '],
    ['Hi ', 'Hi, this is Sam from Pier Street Tenants. '],
    ['Will you come? We need all of it.', 'This is Sam from Pier Street Tenants. Will you come? We need all of it. '],
  ])('a name goes to the beginning of “%s”', (body, expected) => {
    for (const order of [
      ['opt-out', 'campaign', 'texter'],
      ['opt-out', 'texter', 'campaign'],
    ] as const) {
      const mended = mendAll(body, order);
      expect(mended).toContain(expected);
      expect(mended.endsWith(stop)).toBe(true);
    }
  });

  it('a name that is written at the end ends its sentence', () => {
    expect(mendAll('Can you come?', ['texter'])).toBe('Can you come? This is Sam.');
  });
});

describe('whatever the order of the mends and the text they begin with', () => {
  const orders: readonly (readonly Mended[])[] = [
    ['texter', 'campaign', 'opt-out'],
    ['texter', 'opt-out', 'campaign'],
    ['campaign', 'texter', 'opt-out'],
    ['campaign', 'opt-out', 'texter'],
    ['opt-out', 'texter', 'campaign'],
    ['opt-out', 'campaign', 'texter'],
  ];
  const greetings = [
    '',
    'Hi this is ',
    'Hi there ',
    'Hi neighbors, ',
    'Good morning all! ',
    'Hi',
    'Hi ',
    'Hi, ',
    'Hello ##{{first_name}}',
    'Hey ##{{first_name}}! ',
    'Hi, this is ',
    'Hi, it’s ',
  ];
  const saludos = ['Hola', 'Hola, ', 'Hola ##{{first_name}}', 'Hola, soy ', 'Buenas tardes, me llamo '];
  const names = ['', '##{{user.first_name}}', '##{{campaign.name}}', campaignName];

  const languages = [
    { openings: greetings, rests: ['', 'Can you come on Sunday?'], word: 'from' },
    { openings: saludos, rests: ['', '¿Puede venir el domingo?'], word: 'de' },
  ];
  const bodies = languages.flatMap(({ openings, rests, word }) =>
    openings.flatMap((opening) =>
      names.flatMap((name) =>
        rests.map((rest) => ({
          body: [opening, name, rest].filter((part) => part !== '').reduce(withBlank, ''),
          word,
        })),
      ),
    ),
  );

  // There are few enough of them to try them all.
  it.each(bodies.filter(({ body }) => body.trim() !== ''))(
    '$body says who texts from which campaign, once',
    ({ body, word }) => {
      for (const order of orders) {
        const mended = mendAll(body, order);
        expect(mended).toMatch(new RegExp(`Sam ${word} ${campaignName}`, 'u'));
        expect(mended.split(campaignName)).toHaveLength(2);
        expect(mended).toContain(stop);
        expect(mended).not.toMatch(/ {2}|\s[,.!?]|\p{L}(?:This|Soy|Reply)/u);
      }
    },
  );
});
