import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScript, type Script } from '../../../shared/domain/script.ts';
import { type FallbackNames, renderScript, type ScriptValues } from '../../../shared/domain/script-render.ts';
import { listVariables } from '../../../shared/domain/script-variables.ts';

const script = (text: string): Script => {
  const parsed = parseScript(text);
  if (!parsed.ok) throw new Error('the test needs a script that can be parsed');
  return parsed.value;
};
const noFallbacks: FallbackNames = { contact: '', texter: '' };
const friendly: FallbackNames = { contact: 'friend', texter: 'a volunteer' };
const rendered = (text: string, values: ScriptValues, fallbacks = noFallbacks): string =>
  renderScript(script(text), values, fallbacks).text;

const variables = listVariables({ fields: ['issue_ID'], links: ['donate'] });
const plainText = fc.string({ unit: 'grapheme' }).filter((text) => !/\{\{|\}\}|##\{/u.test(text));
/** Scripts as authors write them: plain text and variables, in any order. */
const someScript = fc
  .array(
    fc.oneof(
      plainText,
      fc.constantFrom(...variables).map(({ written }) => written),
    ),
    { maxLength: 12 },
  )
  .map((bits) => bits.join(' '))
  .filter((text) => parseScript(text).ok);

describe('renderScript', () => {
  it('puts the values in the places of their variables', () => {
    const text = "Hi ##{{first_name}}, ##{{user.fullname}} here about ##{{issue_ID}}: ##{{'donate'|trackable}}";
    const values = {
      first_name: 'Zoë',
      'user.full_name': 'José Muñiz',
      custom_field_issue_ID: 'healthcare',
      "'donate'|trackable": 'https://example.org/d/4k2',
    };
    expect(renderScript(script(text), values, noFallbacks)).toEqual({
      text: 'Hi Zoë, José Muñiz here about healthcare: https://example.org/d/4k2',
      missing: [],
      gaps: [],
      fallbacksUsed: [],
    });
  });

  it('keeps the case that a name came in', () => {
    expect(rendered('##{{first_name}} ##{{last_name}}', { first_name: 'LISA', last_name: 'van der berg' })).toBe(
      'LISA van der berg',
    );
  });

  it('takes the spaces around a value away, and no others', () => {
    expect(rendered('Hi ##{{first_name}}!', { first_name: '  Mary  Ann \n' })).toBe('Hi Mary  Ann!');
  });

  it('lets the fallback names stand in for missing first and full names, and tells for which', () => {
    const text = 'Hi ##{{first_name}} (##{{full_name}}), ##{{user.first_name}}, ##{{user.full_name}}, ##{{first_name}}';
    expect(renderScript(script(text), { first_name: ' ', full_name: null }, friendly)).toEqual({
      text: 'Hi friend (friend), a volunteer, a volunteer, friend',
      missing: [],
      gaps: [],
      fallbacksUsed: ['first_name', 'full_name', 'user.first_name', 'user.full_name'],
    });
  });

  it('never lets them stand in for anything else', () => {
    const text = 'a##{{last_name}}##{{email}}##{{user.last_name}}##{{issue_ID}}##{{last_name}}b';
    expect(renderScript(script(text), {}, friendly)).toEqual({
      text: 'ab',
      missing: ['last_name', 'email', 'user.last_name', 'custom_field_issue_ID'],
      gaps: ['last_name', 'email', 'user.last_name', 'custom_field_issue_ID', 'last_name'].map((name) => ({
        name,
        at: 1,
      })),
      fallbacksUsed: [],
    });
  });

  it('prefers a value to a fallback', () => {
    expect(rendered('Hi ##{{first_name}}', { first_name: 'Lisa' }, friendly)).toBe('Hi Lisa');
  });

  it('tells a name as missing when the fallback is empty too', () => {
    const blank = { contact: ' ', texter: ' ' };
    expect(renderScript(script('Hi ##{{first_name}} ##{{user.first_name}}'), {}, blank)).toEqual({
      text: 'Hi',
      missing: ['first_name', 'user.first_name'],
      gaps: [
        { name: 'first_name', at: 2 },
        { name: 'user.first_name', at: 2 },
      ],
      fallbacksUsed: [],
    });
  });

  it.each([
    ['Hi ##{{last_name}}, are you in?', 'Hi, are you in?'],
    ['Hi ##{{last_name}} there', 'Hi there'],
    ['Hi ##{{last_name}} ##{{email}} there', 'Hi there'],
    ['Hi ##{{last_name}} ##{{email}}!', 'Hi!'],
    ['Hi ##{{last_name}}', 'Hi'],
    ['##{{last_name}} hello', 'hello'],
    ['Hi,\n##{{last_name}} hello', 'Hi,\nhello'],
    ['Hi ##{{last_name}}\nhello', 'Hi\nhello'],
    ['Hi ##{{last_name}}\r\nhello', 'Hi\r\nhello'],
    ['Hi ##{{last_name}} :)', 'Hi :)'],
    ['(from ##{{last_name}})', '(from)'],
    ['Mr##{{last_name}}X', 'MrX'],
    ['Mr ##{{last_name}}X', 'Mr X'],
    ['a  b ##{{last_name}} c  d', 'a  b c  d'],
    ['##{{last_name}}', ''],
  ])('leaves no hole where a value is missing: %j', (text, expected) => {
    expect(rendered(text, {})).toBe(expected);
  });

  it('tells where each place was left empty, as the text stands in the end', () => {
    const { text, gaps } = renderScript(
      script('##{{email}} Up ##{{email}} ##{{issue_ID}}, for Mr##{{last_name}}X'),
      {},
      noFallbacks,
    );
    expect(text).toBe('Up, for MrX');
    expect(gaps.map(({ name, at }) => [name, text.slice(at)])).toEqual([
      ['email', 'Up, for MrX'],
      ['email', ', for MrX'],
      ['custom_field_issue_ID', ', for MrX'],
      ['last_name', 'X'],
    ]);
  });

  it('does not read what every object inherits as a value', () => {
    const names = ['constructor', 'toString', '__proto__', 'user.__proto__', 'custom_field_valueOf'];
    expect(rendered(names.map((name) => `##{{${name}}}`).join(''), {})).toBe('');
  });

  it('addresses a contact who is called by the name of a variable by that name', () => {
    const values = { first_name: '##{{user.phone}}', 'user.phone': '+12025550123' };
    expect(rendered('Hi ##{{first_name}}!', values)).toBe('Hi ##{{user.phone}}!');
  });

  it('gives text without variables back as it is, spaces and all', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        expect(renderScript(script(text), { first_name: 'Lisa' }, friendly)).toEqual({
          text,
          missing: [],
          gaps: [],
          fallbacksUsed: [],
        });
      }),
    );
  });

  it('inserts every value literally, whatever is in it', () => {
    const someValue = fc
      .array(fc.oneof(fc.constantFrom('##{{', '}}', '##{{first_name}}', '$&', '$1', '\\'), fc.string()), {
        minLength: 1,
      })
      .map((bits) => bits.join(''))
      .filter((value) => value.trim() !== '');
    fc.assert(
      fc.property(
        someScript,
        fc.array(someValue, { minLength: variables.length, maxLength: variables.length }),
        (text, given) => {
          const values = Object.fromEntries(variables.map(({ name }, index) => [name, given[index] ?? '']));
          const expected = script(text)
            .map((part) => (part.kind === 'text' ? part.source : values[part.name]?.trim()))
            .join('');
          expect(renderScript(script(text), values, noFallbacks).text).toBe(expected);
        },
      ),
    );
  });

  it('takes nothing but spaces away from the text of the author when every value is missing', () => {
    const withoutSpaces = (text: string) => text.replace(/[ \t\u00a0]/gu, '');
    fc.assert(
      fc.property(someScript, (text) => {
        const plain = script(text)
          .map((part) => (part.kind === 'text' ? part.source : ''))
          .join('');
        expect(withoutSpaces(rendered(text, {}))).toBe(withoutSpaces(plain));
      }),
    );
  });

  it('names each missing variable once, and never one that has a value', () => {
    fc.assert(
      fc.property(someScript, fc.subarray(variables.map(({ name }) => name)), (text, filled) => {
        const values = Object.fromEntries(filled.map((name) => [name, 'x']));
        const { missing } = renderScript(script(text), values, noFallbacks);
        const used = new Set(script(text).flatMap((part) => (part.kind === 'variable' ? [part.name] : [])));
        expect(missing).toEqual([...used].filter((name) => !filled.includes(name)));
      }),
    );
  });
});
