import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScript, printScript, variablesIn } from '../../../shared/domain/script.ts';
import { scanScript } from '../../../shared/domain/script-scan.ts';

/** Text that is thick with what variables are made of. */
const bracedText = fc
  .array(
    fc.oneof(
      fc.constantFrom('#', '##', '{', '{{', '}', '}}', '##{{', '|', "'", '’', '.', ' ', '\n', 'trackable'),
      fc.constantFrom('first_name', 'user.first_name', 'issue_ID', '##{{first_name}}', "##{{'donate'|trackable}}"),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((bits) => bits.join(''));

/** Braces that no variable could be made of: none beside another brace, none behind two hashes. */
const plainText = fc.string({ unit: 'grapheme' }).filter((text) => !/\{\{|\}\}|##\{/u.test(text));

const namesIn = (text: string): string[] | 'broken' => {
  const parsed = parseScript(text);
  return parsed.ok ? [...variablesIn(parsed.value)] : 'broken';
};

describe('parseScript', () => {
  it.each([
    'first_name',
    'last_name',
    'full_name',
    'email',
    'phone',
    'state_abbrev',
    'campaign.name',
    'campaign.description',
    'campaign.join_code',
    'broadcast_phone_number',
    'user.first_name',
    'user.last_name',
    'user.full_name',
    'user.email',
    'user.phone',
    'user.team_code',
    'custom_field_remind_a_friend',
    'custom_field_donation_amount',
    'opt_in_form.title',
    'opt_in_form.subtitle',
    'contact_referral_link',
  ])('reads ##{{%s}} under that name', (name) => {
    expect(parseScript(`##{{${name}}}`)).toEqual({
      ok: true,
      value: [{ kind: 'variable', source: `##{{${name}}}`, name }],
    });
  });

  it.each([
    ['##{{fullname}}', 'full_name'],
    ['##{{user.fullname}}', 'user.full_name'],
    ['##{{issue_ID}}', 'custom_field_issue_ID'],
    ['##{{custom_field_issue_ID}}', 'custom_field_issue_ID'],
    ['##{{issue_id}}', 'custom_field_issue_id'],
    ['##{{remind_a_friend}}', 'custom_field_remind_a_friend'],
    ['##{{2026-vote}}', 'custom_field_2026-vote'],
    ['##{{opinión}}', 'custom_field_opinión'],
    ['##{{opinio\u0301n}}', 'custom_field_opinión'],
    ['##{{First_Name}}', 'custom_field_First_Name'],
    ['##{{ first_name }}', 'first_name'],
    ['##{{\u00a0first_name\t}}', 'first_name'],
    ["##{{'donate'|trackable}}", "'donate'|trackable"],
    ['##{{‘Donate’|trackable}}', "'Donate'|trackable"],
    ['##{{’donate’|trackable}}', "'donate'|trackable"],
    ['##{{“donate” | trackable}}', "'donate'|trackable"],
    ['##{{"donate"|trackable }}', "'donate'|trackable"],
    ['###{{issue_ID}}', 'custom_field_issue_ID'],
  ])('reads %s as %s', (text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });

  it('parts text and variables in their order', () => {
    const parsed = parseScript('Hi ##{{first_name}}, this is ##{{user.first_name}}##{{email}} {:');
    expect(parsed.ok && parsed.value.map((part) => part.source)).toEqual([
      'Hi ',
      '##{{first_name}}',
      ', this is ',
      '##{{user.first_name}}',
      '##{{email}}',
      ' {:',
    ]);
  });

  it.each(['', ' ', 'Hi', '# ## ###', '{smile} :} {: } {', '#{x}', 'a{b}c', "it's 'donate'|trackable"])(
    'reads %j as text',
    (text) => {
      expect(parseScript(text)).toEqual({ ok: true, value: text === '' ? [] : [{ kind: 'text', source: text }] });
    },
  );

  it.each([
    // The slip in the help page that the language comes from: one brace too few.
    ['Dear ##{{first_name} or ##{{user.first_name}}', 5, '##{{first_name}', 'script/not-closed'],
    ['Hi ##{{first_name, are you in?', 3, '##{{first_name', 'script/not-closed'],
    ['Hi ##{{first_name\n}} there', 3, '##{{first_name', 'script/not-closed'],
    ['##{{first_name ##{{last_name}}', 0, '##{{first_name', 'script/not-closed'],
    ['##{first_name}', 0, '##{first_name}', 'script/half-written'],
    ['##{first_name}}', 0, '##{first_name}}', 'script/half-written'],
    ['Hi {firstName}}!', 3, '{firstName}}', 'script/half-written'],
    ['Hi #{firstName}}!', 3, '#{firstName}}', 'script/half-written'],
    ['Hi {{ firstName }!', 3, '{{ firstName }', 'script/half-written'],
    ['Hi {{firstName, hello', 3, '{{firstName', 'script/half-written'],
    ['Hi {{first_name}}!', 3, '{{first_name}}', 'script/no-hashes'],
    ['Hi #{{first_name}}!', 3, '#{{first_name}}', 'script/no-hashes'],
    ["{{'donate'|trackable}}", 0, "{{'donate'|trackable}}", 'script/no-hashes'],
    ['##{{}}', 0, '##{{}}', 'script/empty-variable'],
    ['##{{ \u00a0}}', 0, '##{{ \u00a0}}', 'script/empty-variable'],
    ['{{}}', 0, '{{}}', 'script/empty-variable'],
    ['##{{first_name|there}}', 0, '##{{first_name|there}}', 'script/own-fallback'],
    ['{{ first_name | default: "friend" }}', 0, '{{ first_name | default: "friend" }}', 'script/own-fallback'],
    ['##{{first name}}', 0, '##{{first name}}', 'script/bad-name'],
    ['##{{user.}}', 0, '##{{user.}}', 'script/bad-name'],
    ['##{{.first_name}}', 0, '##{{.first_name}}', 'script/bad-name'],
    ["##{{'donate'}}", 0, "##{{'donate'}}", 'script/bad-name'],
    ["##{{''|trackable}}", 0, "##{{''|trackable}}", 'script/bad-name'],
    ["##{{'donate'|shortened}}", 0, "##{{'donate'|shortened}}", 'script/bad-name'],
    ['##{{donate|trackable}}', 0, '##{{donate|trackable}}', 'script/bad-name'],
    ['##{{first_name}}}', 0, '##{{first_name}}}', 'script/extra-braces'],
    ['##{{{first_name}}}', 0, '##{{{first_name}}}', 'script/extra-braces'],
    ['so }} there', 3, '}}', 'script/stray-braces'],
    ['so {{ there', 3, '{{ there', 'script/half-written'],
    ['so ##{', 3, '##{', 'script/stray-braces'],
  ])('finds the fault of %j', (text, start, variable, code) => {
    const parsed = parseScript(text);
    expect(parsed.ok ? [] : parsed.error[0]).toEqual({
      start,
      end: start + variable.length,
      error: { code, kind: 'input', params: { variable } },
    });
  });

  it('tells every broken place, and goes on reading after each', () => {
    const parsed = parseScript('##{{a} ##{{b}} {{c}} }}');
    expect(parsed.ok ? [] : parsed.error.map(({ start, end }) => [start, end])).toEqual([
      [0, 6],
      [15, 20],
      [21, 23],
    ]);
  });

  it('quotes a broken variable in up to 80 characters, and shortens a longer one to as many', () => {
    const quoted = (name: string) => {
      const parsed = parseScript(`##{{${name}}}`);
      return parsed.ok ? null : parsed.error[0]?.error.params?.['variable'];
    };
    const words = 'word '.repeat(14);
    expect(quoted(`${words}1234`)).toBe(`##{{${words}1234}}`);
    expect(quoted(`${words}12345`)).toBe(`##{{${words}12345…`);
    expect(quoted(words.repeat(9))).toHaveLength(80);
  });

  it('reads a million characters of unclosed braces in one go', () => {
    const parsed = parseScript('##{{ a{{#{ }'.repeat(90_000));
    expect(parsed.ok ? 0 : parsed.error.length).toBeGreaterThanOrEqual(90_000);
  });

  it('never throws, and either gives parts that print as the text or problems that lie in it in order', () => {
    fc.assert(
      fc.property(bracedText, (text) => {
        const parsed = parseScript(text);
        if (parsed.ok) {
          expect(printScript(parsed.value)).toBe(text);
          return;
        }
        let end = 0;
        for (const problem of parsed.error) {
          expect(problem.start).toBeGreaterThanOrEqual(end);
          expect(problem.end).toBeGreaterThan(problem.start);
          end = problem.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads any text without a pair of braces as that text alone', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        expect(parseScript(text)).toEqual({ ok: true, value: text === '' ? [] : [{ kind: 'text', source: text }] });
      }),
    );
  });

  it('leaves no pair of braces in what it takes for text', () => {
    fc.assert(
      fc.property(bracedText, (text) => {
        const parsed = parseScript(text);
        if (!parsed.ok) return;
        for (const part of parsed.value) if (part.kind === 'text') expect(part.source).not.toMatch(/\{\{|\}\}/u);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('scanScript', () => {
  it('gives pieces that are the text again, none of them empty and no two texts in a row', () => {
    fc.assert(
      fc.property(bracedText, (text) => {
        const pieces = scanScript(text);
        expect(pieces.map((piece) => piece.source).join('')).toBe(text);
        pieces.forEach((piece, index) => {
          expect(piece.source).not.toBe('');
          if (piece.kind === 'text') expect(pieces[index + 1]?.kind).not.toBe('text');
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
