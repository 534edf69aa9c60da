import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateSegments } from '../../../../renderer/features/actions/estimate.ts';
import { previewValues } from '../../../../renderer/features/actions/preview-values.ts';
import { previewOf } from '../../../../renderer/features/script-editor/preview.ts';
import { movedProblems } from '../../../../renderer/features/script-editor/problem-places.ts';
import { markScript } from '../../../../renderer/features/script-editor/script-marks.ts';
import { listVariables } from '../../../../shared/domain/script-variables.ts';
import { appError } from '../../../../shared/errors.ts';

const known = new Set(listVariables({ fields: ['issue_ID'] }).map(({ name }) => name));
const ana = {
  contactId: 7,
  phone: '+12025550123',
  firstName: 'Ana',
  lastName: '',
  optedOut: false,
  values: { first_name: 'Ana', last_name: '', email: '', custom_field_issue_ID: 'heating' },
};
const facts = {
  texter: { firstName: 'Rosa', lastName: 'Delgado' },
  campaignName: 'Harbor Tenants Union',
  settings: null,
  sendingPhone: null,
  known,
};
const values = previewValues({ contact: ana, ...facts });

describe('a preview', () => {
  it('is the text as it would be sent, with what came in told apart', () => {
    const preview = previewOf('Hi ##{{first_name}}, ##{{user.first_name}} here.', values);
    expect(preview?.text).toBe('Hi Ana, Rosa here.');
    expect(preview?.pieces).toEqual([
      { kind: 'text', text: 'Hi ' },
      { kind: 'value', text: 'Ana' },
      { kind: 'text', text: ', ' },
      { kind: 'value', text: 'Rosa' },
      { kind: 'text', text: ' here.' },
    ]);
  });
  it('shows look-alikes as they are sent, when that spares the whole text from UCS-2', () => {
    const preview = previewOf('Hi ##{{first_name}} – it’s ##{{user.first_name}}', values);
    expect(preview?.pieces.map(({ text }) => text).join('')).toBe("Hi Ana - it's Rosa");
    const dear = previewOf('Hi ##{{first_name}} – 🎉', values);
    expect(dear?.pieces.map(({ text }) => text).join('')).toBe('Hi Ana – 🎉');
  });
  it('marks what the contact does not have, and leaves its place out of the text', () => {
    const preview = previewOf('Hi ##{{first_name}} ##{{last_name}}, hello', values);
    expect(preview?.text).toBe('Hi Ana, hello');
    expect(preview?.missing).toEqual(['last_name']);
    expect(preview?.pieces).toContainEqual({ kind: 'missing', text: 'last_name' });
  });
  it('has all that the engine knows of the contact, custom fields too', () => {
    const preview = previewOf('##{{issue_ID}} matters to you', values);
    expect(preview?.text).toBe('heating matters to you');
    expect(preview?.later).toEqual([]);
  });
  it('tells what depends on a contact apart from what nobody knows, while there is none', () => {
    const preview = previewOf(
      '##{{issue_ID}} matters to ##{{email}}, ##{{campaign.description}}',
      previewValues({ contact: null, ...facts }),
    );
    expect(preview?.later).toEqual(['custom_field_issue_ID', 'email']);
    expect(preview?.missing).toEqual(['campaign.description']);
  });
  it('promises nothing for a variable that the campaign does not have', () => {
    const preview = previewOf('Hi ##{{frist_name}}', values);
    expect(preview).toMatchObject({ missing: [], later: [] });
    expect(preview?.pieces).toContainEqual({ kind: 'missing', text: 'custom_field_frist_name' });
  });
  it('is none while a variable cannot be read', () => {
    expect(previewOf('Hi ##{{first_name', values)).toBeNull();
  });
});

describe('problems while one goes on writing', () => {
  const problem = (start: number, end: number) => ({ start, end, error: appError('script/unknown-variable') });
  const from = 'Hi ##{{x}}, see ##{{y}}.';
  const problems = [problem(3, 10), problem(16, 23)];
  const at = (to: string) => movedProblems(problems, from, to).map(({ start, end }) => to.slice(start, end));

  it('stay with their words when something is written before, between and after them', () => {
    expect(at(`Oh, ${from}`)).toEqual(['##{{x}}', '##{{y}}']);
    expect(at('Hi ##{{x}}, please see ##{{y}}.')).toEqual(['##{{x}}', '##{{y}}']);
    expect(at(`${from} Bye`)).toEqual(['##{{x}}', '##{{y}}']);
  });
  it('are not told of words that have been touched', () => {
    expect(at('Hi ##{{xx}}, see ##{{y}}.')).toEqual(['##{{y}}']);
    expect(at('')).toEqual([]);
  });
  it('never point outside of the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (to) =>
        movedProblems(problems, from, to).every(({ start, end }) => start >= 0 && start < end && end <= to.length),
      ),
    );
  });
});

it('the marked pieces of a text are the text', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(20), fc.nat(20), (body, start, length) => {
      const places = [{ start: Math.min(start, body.length), end: Math.min(start + length, body.length) }];
      return (
        markScript(body, places, [])
          .map(({ text }) => text)
          .join('') === body
      );
    }),
  );
});

describe('the estimate', () => {
  it('is the mean of the sample times the contacts of the list', () => {
    const long = 'x'.repeat(161);
    expect(estimateSegments(['short', long], [values, values], 1_000)).toEqual({ segments: 1_500, fewest: 1, most: 2 });
  });
  it('is none when nothing can be counted', () => {
    expect(estimateSegments(['short'], [], 1_000)).toBeNull();
    expect(estimateSegments(['##{{'], [values], 1_000)).toBeNull();
  });
});
