import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScript, variablesIn } from '../../../shared/domain/script.ts';
import {
  canonicalName,
  fieldSlug,
  fieldVariable,
  isSlug,
  linkSlug,
  linkVariable,
  listVariables,
  writeVariable,
} from '../../../shared/domain/script-variables.ts';

const someSlug = fc
  .string({ unit: fc.constantFrom(...'aZ09_-éñ'), minLength: 1, maxLength: 20 })
  .filter((text) => isSlug(text));

describe('listVariables', () => {
  it('has the built-in ones of each group when the campaign adds none', () => {
    const groups = new Set(listVariables().map((each) => each.group));
    expect([...groups]).toEqual(['contact', 'user', 'campaign', 'custom', 'opt-in']);
    expect(listVariables()).toHaveLength(21);
  });

  it('adds the fields and links of the campaign, each once', () => {
    const own = listVariables({ fields: ['issue_ID', 'issue_ID', 'remind_a_friend'], links: ['donate'] }).slice(21);
    expect(own).toEqual([
      { name: 'custom_field_issue_ID', group: 'custom', written: '##{{issue_ID}}' },
      { name: "'donate'|trackable", group: 'link', written: "##{{'donate'|trackable}}" },
    ]);
  });

  it('writes each variable so that it is read under its own name', () => {
    fc.assert(
      fc.property(fc.array(someSlug), fc.array(someSlug), (fields, links) => {
        for (const { name, written } of listVariables({ fields: [...fields, 'phone', 'fullname'], links })) {
          const parsed = parseScript(written);
          expect(parsed.ok && [...variablesIn(parsed.value)]).toEqual([name]);
        }
      }),
    );
  });
});

describe('writeVariable', () => {
  it.each([
    ['first_name', '##{{first_name}}'],
    ['custom_field_issue_ID', '##{{issue_ID}}'],
    // A field with the slug of a built-in variable can only be reached by its long name.
    ['custom_field_phone', '##{{custom_field_phone}}'],
    ['custom_field_fullname', '##{{custom_field_fullname}}'],
    ['custom_field_remind_a_friend', '##{{custom_field_remind_a_friend}}'],
    ["'donate'|trackable", "##{{'donate'|trackable}}"],
  ])('writes %s as %s', (name, written) => {
    expect(writeVariable(name)).toBe(written);
  });
});

describe('canonicalName', () => {
  it('is its own canonical name', () => {
    fc.assert(
      fc.property(fc.oneof(someSlug, fc.string(), fc.constantFrom('fullname', 'user.fullname', 'toString')), (name) => {
        expect(canonicalName(canonicalName(name))).toBe(canonicalName(name));
      }),
    );
  });
});

describe('slugs', () => {
  it('come back out of the canonical names that they made', () => {
    fc.assert(
      fc.property(
        someSlug.filter((slug) => !slug.startsWith('custom_field_')),
        (slug) => {
          expect(fieldSlug(fieldVariable(slug))).toBe(slug);
          expect(linkSlug(linkVariable(slug))).toBe(slug);
        },
      ),
    );
  });

  it.each(['issue_ID', 'donation-amount', '2026', 'opinión'])('may be %s', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', 'issue id', 'a.b', "it's", 'a}b', 'x'.repeat(65), 'a\n'])('may not be %j', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});
