import { describe, expect, test } from 'vitest';
import { relaxSpec } from '../../../scripts/conformance/relax-spec.ts';

/** A description with one path, whose answer has these fields and whose form has those. */
function describeFields(answer: object, form: object = {}): object {
  const content = (type: string, properties: object): object => ({
    content: { [type]: { schema: { type: 'object', properties } } },
  });
  return {
    paths: {
      '/kept.json': {
        post: {
          requestBody: content('application/x-www-form-urlencoded', form),
          responses: { 200: content('application/json', answer) },
        },
      },
      '/other.json': {},
    },
    components: { schemas: { thing: { type: 'object', properties: structuredClone(answer) } } },
  };
}

function relaxed(answer: object, form: object = {}): string {
  return JSON.stringify(relaxSpec(describeFields(answer, form), ['/kept']));
}

describe('relaxing the description', () => {
  test.each([
    [
      'a URI may be relative',
      { next_page_uri: { type: 'string', format: 'uri' } },
      { next_page_uri: { type: 'string' } },
    ],
    [
      'a coordinate may be text',
      { latitude: { type: 'number', nullable: true } },
      { latitude: { nullable: true, anyOf: [{ type: 'number' }, { type: 'string' }] } },
    ],
    [
      'the id of something else may be unset',
      { bundle_sid: { type: 'string', minLength: 34, maxLength: 34, pattern: '^BU[0-9a-f]{32}$' } },
      { bundle_sid: { type: 'string', pattern: '^$|^BU[0-9a-f]{32}$' } },
    ],
    [
      'a part may be null',
      { caller_name: { $ref: '#/components/schemas/thing' } },
      {
        caller_name: {
          anyOf: [{ $ref: '#/components/schemas/thing' }, { type: 'string', nullable: true, enum: [null] }],
        },
      },
    ],
    [
      'a list of validation errors may be null',
      { validation_errors: { type: 'array', items: { type: 'string' } } },
      { validation_errors: { type: 'array', items: { type: 'string' }, nullable: true } },
    ],
  ])('says that %s, in answers and in shared schemas', (_, before, after) => {
    expect(relaxed(before)).toBe(JSON.stringify(withoutOther(describeFields(after))));
  });

  test.each([
    ['its own id', { sid: { type: 'string', minLength: 34, pattern: '^SM[0-9a-f]{32}$' } }],
    ['its account', { account_sid: { type: 'string', minLength: 34, pattern: '^AC[0-9a-f]{32}$' } }],
    ['its status', { status: { $ref: '#/components/schemas/thing' } }],
    ['its direction', { direction: { $ref: '#/components/schemas/thing' } }],
    ['a count', { num_segments: { type: 'string', nullable: true } }],
  ])('leaves what a message says about %s as strict as it was', (_, fields) => {
    expect(relaxed(fields)).toBe(JSON.stringify(withoutOther(describeFields(fields))));
  });

  test('takes one value of a list in a form, and leaves the URIs of a form strict', () => {
    const list = { type: 'array', items: { type: 'string', format: 'uri' } };
    const callback = { type: 'string', format: 'uri' };
    const after = { MediaUrl: { anyOf: [list, { type: 'string' }] }, StatusCallback: callback };
    const before = { MediaUrl: list, StatusCallback: callback };
    expect(relaxed({}, before)).toBe(JSON.stringify(withoutOther(describeFields({}, after))));
  });

  test('fails when a path that we use is gone', () => {
    expect(() => relaxSpec(describeFields({}), ['/kept', '/gone'])).toThrow('/gone');
  });

  test('leaves the document that it was given alone', () => {
    const before = describeFields({ uri: { type: 'string', format: 'uri' } });
    const copy = structuredClone(before);
    relaxSpec(before, ['/kept']);
    expect(before).toEqual(copy);
  });
});

function withoutOther(description: object): object {
  const { paths, ...rest } = description as { paths: Record<string, object> };
  const { '/other.json': _, ...kept } = paths;
  return { paths: kept, ...rest };
}
