import { describe, expect, it } from 'vitest';
import { type AdviceCode, adviseOn, offersOptOut } from '../../../../renderer/features/script-editor/advice.ts';
import { isShortener, linksIn } from '../../../../renderer/features/script-editor/links.ts';
import { listVariables } from '../../../../shared/domain/script-variables.ts';

const fields = { names: listVariables({ fields: ['issue_ID'] }).map(({ name }) => name) };
const people = [{ firstName: 'Rosa', lastName: 'Delgado' }];
const codes = (body: string, isInitial = true, segments = 1, isTooLong = false): AdviceCode[] =>
  adviseOn({ body, isInitial, campaignName: 'Harbor Tenants Union', people, fields, segments, isTooLong }).map(
    ({ code }) => code,
  );

const complete = 'Hi ##{{first_name}}, ##{{user.first_name}} with Harbor Tenants Union. Reply STOP to opt out.';

describe('advice on a first text', () => {
  it('has none for a text that says who, for whom, and how to hear no more', () => {
    expect(codes(complete)).toEqual([]);
  });
  it('has none for a text that is not begun', () => {
    expect(codes('  ')).toEqual([]);
  });
  it.each<[string, string, AdviceCode[]]>([
    ['the texter is not named', complete.replace('##{{user.first_name}}', 'news'), ['no-texter']],
    ['a name stands there by hand', complete.replace('##{{user.first_name}}', 'Rosa'), ['texter-by-hand']],
    ['it stands beside the variable', complete.replace('Hi', 'This is Rosa. Hi'), ['texter-by-hand']],
    [
      'it stands beside a broken variable',
      'Hi {{name}}, Rosa from Harbor Tenants Union. STOP to end',
      ['texter-by-hand'],
    ],
    ['the campaign is not named', complete.replace('Harbor Tenants Union', 'us'), ['no-campaign']],
    ['nobody learns how to opt out', complete.replace('Reply STOP to opt out.', ''), ['no-opt-out']],
    ['it has a link', `${complete} https://harbor.example.org/rally`, ['link']],
    ['it has a link of a shortener', `${complete} bit.ly/3Jyac`, ['link-shortener']],
  ])('says that %s', (_name, body, expected) => {
    expect(codes(body)).toEqual(expected);
  });
  it('takes the variable of the campaign for its name', () => {
    expect(codes(complete.replace('Harbor Tenants Union', '##{{campaign.name}}'))).toEqual([]);
  });
  it('would put the variable in the place of the name', () => {
    const body = complete.replace('##{{user.first_name}}', 'Rosa');
    const [advice] = adviseOn({
      body,
      isInitial: true,
      campaignName: '',
      people,
      fields,
      segments: 1,
      isTooLong: false,
    });
    const { name, insertion, place } = advice ?? {};
    expect([name, insertion, body.slice(place?.start, place?.end)]).toEqual(['Rosa', '##{{user.first_name}}', 'Rosa']);
  });
  it('says of each field in the notation of another program what would do the same, in its place', () => {
    const body = 'Hi [name], this is {texter_name} with %campaign%. From [city]? Reply STOP to opt out.';
    const advice = adviseOn({
      body,
      isInitial: true,
      campaignName: 'Harbor',
      people,
      fields,
      segments: 1,
      isTooLong: false,
    });
    const told = advice.map(({ code, place, insertion }) => [code, body.slice(place?.start, place?.end), insertion]);
    expect(told).toEqual([
      ['foreign-field', '[name]', '##{{first_name}}'],
      ['foreign-field', '{texter_name}', '##{{user.first_name}}'],
      ['foreign-field', '%campaign%', '##{{campaign.name}}'],
      ['no-such-field', '[city]', undefined],
      ['no-texter', '{texter_name}', '##{{user.first_name}}'],
      ['no-campaign', '%campaign%', '##{{campaign.name}}'],
    ]);
  });
  it('leaves a name that only looks like a texter’s beside the variable', () => {
    expect(codes(`${complete} I am Marcus from the union`)).toEqual([]);
  });
  it('says that more than two segments are long', () => {
    expect(codes(complete, true, 2)).toEqual([]);
    expect(codes(complete, true, 3)).toEqual(['long']);
  });
  it('says nothing of the names in a text that has a variable which cannot be read', () => {
    expect(codes(`${complete} ##{{`)).toEqual([]);
  });
});

it('asks of a reply neither names nor an opt-out, and lets it have a link, but no shortener', () => {
  expect(codes('See you at https://harbor.example.org', false)).toEqual([]);
  expect(codes('See tinyurl.com/x', false)).toEqual(['link-shortener']);
  expect(codes('See you, [name] [see below]', false)).toEqual(['foreign-field']);
});

it('says of any text that no carrier takes more than 1,600 characters, and that instead of long', () => {
  expect(codes(complete, true, 11)).toEqual(['long']);
  expect(codes(complete, true, 11, true)).toEqual(['too-long']);
  expect(codes('See you on Sunday.', false, 11, true)).toEqual(['too-long']);
});

describe('how to opt out', () => {
  it.each([
    'Reply STOP to opt out',
    'text stop to end',
    'Stop2Quit',
    'STOP ends',
    'STOP to unsubscribe',
    'Send "STOP" and we stop',
    'Responda STOP para no recibir más',
    'Envíe ALTO',
    'Escriba BAJA para darse de baja',
    'STOP para salir',
  ])('is told by “%s”', (body) => expect(offersOptOut(body)).toBe(true));
  it.each(['Help us stop the evictions', 'This will end on Sunday', 'Cancel rent', 'Paren los desalojos'])(
    'is not told by “%s”',
    (body) => expect(offersOptOut(body)).toBe(false),
  );
});

describe('links', () => {
  it.each([
    ['go to https://www.harbor.example.org/a?b=1.', ['harbor.example.org']],
    ['Sunday at 3.Come', []],
    ['write to rosa@harbor.org', []],
    ['bit.ly/x and T.CO/y', ['bit.ly', 't.co']],
    ['St.Louis, e.g. tomorrow, 7:30 p.m.', []],
  ])('in “%s” are %j', (text, hosts) => {
    expect(linksIn(text).map(({ host }) => host)).toEqual(hosts);
  });
  it('stand where they are written', () => {
    const text = 'See bit.ly/x now';
    const [found] = linksIn(text);
    expect(text.slice(found?.start, found?.end)).toBe('bit.ly/x');
    expect(found && isShortener(found)).toBe(true);
  });
});
