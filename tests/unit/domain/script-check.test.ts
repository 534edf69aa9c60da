import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScript } from '../../../shared/domain/script-check.ts';
import { editDistance } from '../../../shared/domain/script-suggestion.ts';
import { listVariables } from '../../../shared/domain/script-variables.ts';

const known = listVariables({ fields: ['issue_ID', 'donation_amount', 'phone'], links: ['donate'] }).map(
  (variable) => variable.name,
);
const suggestionFor = (text: string): unknown => checkScript(text, known)[0]?.error.params?.['suggestion'];

describe('checkScript', () => {
  it('finds nothing wrong with a script whose variables are all known', () => {
    const script =
      'Hi ##{{first_name}}, ##{{issue_ID}} ##{{custom_field_issue_ID}} ##{{‘donate’|trackable}} ##{{fullname}}';
    expect(checkScript(script, known)).toEqual([]);
  });

  it('tells an unknown variable with its place and the nearest known one', () => {
    expect(checkScript('Hi ##{{frist_name}}!', known)).toEqual([
      {
        start: 3,
        end: 19,
        error: {
          code: 'script/unknown-variable',
          kind: 'input',
          params: { variable: '##{{frist_name}}', suggestion: '##{{first_name}}' },
        },
      },
    ]);
  });

  it('tells broken and unknown variables in the order of the text', () => {
    const problems = checkScript('##{{nobody_knows}} ##{{email} ##{{nor_this}}', known);
    expect(problems.map(({ error }) => error.code)).toEqual([
      'script/unknown-variable',
      'script/not-closed',
      'script/unknown-variable',
    ]);
  });

  it.each([
    ['##{{First Name}}', '##{{first_name}}'],
    ['{{first_name}}', '##{{first_name}}'],
    ['{{ firstName }', '##{{first_name}}'],
    ['{{firstName', '##{{first_name}}'],
    ['{firstName}}', '##{{first_name}}'],
    ['##{{{first_name}}}', '##{{first_name}}'],
    ['##{{first_name|there}}', '##{{first_name}}'],
    ['{{ contact.FirstName | default: "you" }}', '##{{first_name}}'],
    ['{{fname}}', '##{{first_name}}'],
    ['##{{apellidos}}', '##{{last_name}}'],
    ['{{volunteer_name}}', '##{{user.first_name}}'],
    ['Hi, this is {{name}}', '##{{user.first_name}}'],
    ['##{{First_Name}}', '##{{first_name}}'],
    ['##{{firstname}}', '##{{first_name}}'],
    ['##{{first_name}', '##{{first_name}}'],
    ['{{user.first_name}}', '##{{user.first_name}}'],
    ['##{{user.frist_name}}', '##{{user.first_name}}'],
    ['##{{issue_id}}', '##{{issue_ID}}'],
    ['##{{isue_ID}}', '##{{issue_ID}}'],
    ['##{{custom_field_isue_ID}}', '##{{issue_ID}}'],
    ['##{{donation_ammount}}', '##{{donation_amount}}'],
    ['##{{emial}}', '##{{email}}'],
    ["##{{'donate'}}", "##{{'donate'|trackable}}"],
    ["##{{'donut'|trackable}}", "##{{'donate'|trackable}}"],
  ])('for %s suggests %s', (text, suggestion) => {
    expect(suggestionFor(text)).toBe(suggestion);
  });

  it.each([
    '##{{weather}}',
    '##{{x}}',
    '##{{fone}}',
    '##{{brodcst_fone_nmber}}',
    '##{{}}',
    '{{}}',
    '##{{city}}',
    '}}',
    '##{{toString}}',
    `##{{${'first_name '.repeat(20)}}}`,
  ])('suggests nothing for %j', (text) => {
    expect(checkScript(text, known)).toHaveLength(1);
    expect(suggestionFor(text)).toBeUndefined();
  });

  it('suggests the first of those that are equally near', () => {
    const problems = checkScript(
      '##{{shift_3}}',
      listVariables({ fields: ['shift_2', 'shift_1'] }).map(({ name }) => name),
    );
    expect(problems[0]?.error.params?.['suggestion']).toBe('##{{shift_2}}');
  });

  it('is content with its own suggestions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.nat(20),
        fc.constantFrom('', 'x', '_', ' ', 'É'),
        (name, place, instead) => {
          const written = name.slice(0, place) + instead + name.slice(place + 1);
          const suggestion = suggestionFor(`##{{${written}}}`);
          if (typeof suggestion === 'string') expect(checkScript(suggestion, known)).toEqual([]);
        },
      ),
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['email', 'emial', 1],
    ['phone', 'fone', 2],
    ['first', 'frist', 1],
    ['kitten', 'sitting', 3],
    ['abcd', 'wxyz', 4],
    ['abcd', 'badc', 2],
    ['abc', 'cab', 2],
  ])('between %j and %j is %i', (one, other, expected) => {
    expect(editDistance(one, other)).toBe(expected);
  });

  it('is the same in both directions, and nothing only between equals', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        expect(editDistance(one, other) === 0).toBe(one === other);
      }),
    );
  });
});
