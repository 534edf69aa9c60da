import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { previewValues } from '../../renderer/features/actions/preview-values.ts';
import { ScriptEditor } from '../../renderer/features/script-editor/script-editor.tsx';
import { aroundActions } from './support/action-answers.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage } from './support/page.tsx';

const ana = {
  contactId: 7,
  phone: '+12025550123',
  firstName: 'Ana',
  lastName: '',
  optedOut: false,
  values: { first_name: 'Ana' },
};
const values = previewValues({
  contact: ana,
  texter: { firstName: 'Rosa', lastName: '' },
  campaignName: 'Harbor Tenants Union',
  settings: null,
  sendingPhone: null,
  known: null,
});

function Editor({ first }: { readonly first: string }) {
  const [body, setBody] = useState(first);
  return (
    <ScriptEditor
      label="Text"
      placeholder=""
      body={body}
      onChange={setBody}
      onPick={(script) => setBody(script.body)}
      isInitial
      isCurrent
      onCurrent={() => undefined}
      campaignName="Harbor Tenants Union"
      values={values}
      fault={undefined}
      focusRequest={0}
    />
  );
}

const open = (first = '', answers: Answers = {}) =>
  openPage(<Editor first={first} />, { answers: { ...aroundActions, ...answers } });
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Text');

it('counts characters of the text as the contact gets it, and what it costs in plain words', () => {
  open('Hi ##{{first_name}}');
  expect(screen.getByText('6 characters')).toBeTruthy();
  expect(screen.getByText('costs as much as 1 text')).toBeTruthy();
});

it('says which character makes it dear, and nothing while it costs no more', () => {
  open(`Hi ##{{first_name}} 🎉`);
  expect(screen.queryByText(/Because of/)).toBeNull();
  fireEvent.change(field(), { target: { value: `Hi ##{{first_name}} 🎉 ${'a'.repeat(130)}` } });
  expect(screen.getByText('Because of 🎉 it costs as much as 3 texts instead of 1.')).toBeTruthy();
});

it('keeps all that is pasted, however long, says that it is too long, and asks nothing of the engine for it', async () => {
  const { bridge } = open('Hello');
  fireEvent.change(field(), { target: { value: 'a'.repeat(6_000) } });
  expect(field().value).toHaveLength(6_000);
  expect(field().maxLength).toBe(-1);
  expect(screen.getByText(/a carrier takes at most 1,600 characters/)).toBeTruthy();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(bridge.askedFor('scripts/check').every((asked) => JSON.stringify(asked).length < 5_000)).toBe(true);
});

it('says that a variable is not known, and writes the one that was meant', async () => {
  const { user } = open('Hi ##{{frist_name}}, hello');
  await user.click(await screen.findByRole('button', { name: 'Write ##{{first_name}}' }));
  expect(field().value).toBe('Hi ##{{first_name}}, hello');
  await expect.poll(() => screen.queryByRole('button', { name: 'Write ##{{first_name}}' })).toBeNull();
});

it('adds the sentence that tells how to opt out', async () => {
  const { user } = open('Hi ##{{user.first_name}} with ##{{campaign.name}} here.');
  await user.click(screen.getByRole('button', { name: 'Add the sentence' }));
  expect(field().value).toBe('Hi ##{{user.first_name}} with ##{{campaign.name}} here. Reply STOP to opt out.');
  expect(await screen.findByText('It says how to opt out.')).toBeTruthy();
});

it('writes who texts and for whom as one sentence, by two mends in a row', async () => {
  const { user } = open('Hi ##{{first_name}}');
  field().focus();
  field().setSelectionRange(field().value.length, field().value.length);
  await user.click(await screen.findByRole('button', { name: /Write ##{{user.first_name}}/ }));
  await user.click(await screen.findByRole('button', { name: /Write ##{{campaign.name}}/ }));
  expect(field().value).toBe('Hi ##{{first_name}}, this is ##{{user.first_name}} from ##{{campaign.name}}');
});

it('says nothing of what an empty text costs', async () => {
  open('');
  await screen.findByText('0 characters');
  expect(screen.queryByText(/costs as much/)).toBeNull();
});

it('says whom a text names by hand, and puts the variable in the place of the name by one key', async () => {
  const { user } = open('Hi, this is Omar with ##{{campaign.name}}. Reply STOP to opt out.');
  expect(await screen.findByText(/It says that Omar is texting, whoever sends it/)).toBeTruthy();
  expect(screen.queryByText(/does not say who is texting/)).toBeNull();
  await user.keyboard('{Control>}e{/Control}');
  expect(field().value).toBe('Hi, this is ##{{user.first_name}} with ##{{campaign.name}}. Reply STOP to opt out.');
  expect(await screen.findByText('It says who is texting.')).toBeTruthy();
});

it('keeps a line for each thing that a first text has to say, whatever is written', () => {
  open('');
  const lines = () => within(screen.getAllByRole('list')[0] as HTMLElement).getAllByRole('listitem').length;
  expect(lines()).toBe(3);
  for (const body of ['H', 'Hi ##{{', 'Hi ##{{user.first_name}} with ##{{campaign.name}}. Reply STOP to opt out.']) {
    fireEvent.change(field(), { target: { value: body } });
    expect(lines()).toBe(3);
  }
});

it('selects the link that it warns of', async () => {
  const { user } = open('See https://harbor.example.org today');
  await user.click(screen.getByRole('button', { name: 'Show it' }));
  const { selectionStart, selectionEnd, value } = field();
  expect(value.slice(selectionStart, selectionEnd)).toBe('https://harbor.example.org');
});

it('inserts a variable at the cursor, found by key in a menu of groups', async () => {
  const { user } = open('Hi , hello');
  field().focus();
  field().setSelectionRange(3, 3);
  await screen.findByRole('button', { name: /Insert…/ });
  await user.keyboard('{Control>}/{/Control}');
  const menu = await screen.findByRole('menu');
  await user.click(await within(menu).findByRole('menuitem', { name: 'Main issue' }));
  await expect.poll(() => field().value).toBe('Hi ##{{issue_ID}}, hello');
  expect(document.activeElement).toBe(field());
});

it.each([
  ['##', '', 'Hi ##{{issue_ID}}'],
  ['##{{', '', 'Hi ##{{issue_ID}}'],
  ['{{ iss', '}} hello', 'Hi ##{{issue_ID}} hello'],
  ['#', ' hello', 'Hi ###{{issue_ID}} hello'],
])('takes what was typed of a variable into it: “%s”', async (before, after, whole) => {
  const { user } = open(`Hi ${before}${after}`);
  field().focus();
  field().setSelectionRange(3 + before.length, 3 + before.length);
  await user.keyboard('{Control>}/{/Control}');
  await user.click(await within(await screen.findByRole('menu')).findByRole('menuitem', { name: 'Main issue' }));
  await expect.poll(() => field().value).toBe(whole);
});

it('offers nothing of a texter but the name, and no links and opt-in forms', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: /Insert…/ }));
  const menu = await screen.findByRole('menu');
  await within(menu).findByRole('menuitem', { name: 'Main issue' });
  expect(within(menu).queryByRole('menuitem', { name: 'Team code' })).toBeNull();
  expect(within(menu).queryByText(/opt_in|referral/)).toBeNull();
});

it('offers each text of before once while nothing is written', async () => {
  const { user } = open('', {
    'scripts/list': {
      scripts: [
        { scriptId: 3, name: 'Rally (A)', body: 'Hi there' },
        { scriptId: 2, name: 'Old rally (A)', body: 'Hi there' },
        { scriptId: 1, name: 'Yes', body: 'Great' },
      ],
      next: null,
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Copy a script…' }));
  const items = await screen.findAllByRole('menuitem');
  expect(items.map((item) => item.textContent)).toEqual(['Rally (A)Hi there', 'YesGreat']);
  fireEvent.click(items[0] as HTMLElement);
  await expect.poll(() => field().value).toBe('Hi there');
  expect(screen.queryByRole('button', { name: 'Copy a script…' })).toBeNull();
});

it('warns of a field in the notation of another program, and puts the variable in its place by one key', async () => {
  const { user } = open(
    'Hi [first name], ##{{user.first_name}} with ##{{campaign.name}}. [see below] Reply STOP to quit.',
  );
  expect(
    await screen.findByText(/Contacts would read “\[first name\]” as it stands: it is not filled in/),
  ).toBeTruthy();
  expect(screen.queryByText(/see below.*as it stands/)).toBeNull();
  await user.keyboard('{Control>}e{/Control}');
  expect(field().value).toContain('Hi ##{{first_name}}, ');
  expect(screen.queryByText(/as it stands/)).toBeNull();
});

it.each([
  ['Hi {{first_name}}', '“{{first_name}}” has no ## before its braces', '##{{first_name}}'],
  ['Hi {{ firstName }', '“{{ firstName }” is only a part of a variable', '##{{first_name}}'],
  ['Hi {firstName}}', '“{firstName}}” is only a part of a variable', '##{{first_name}}'],
  ['Hi ##{{First Name}}', '“##{{First Name}}” is not written like a name', '##{{first_name}}'],
  ['Hi ##{{first_name|you}}', '“##{{first_name|you}}” says what stands for a missing name', '##{{first_name}}'],
])('says of “%s” what is wrong, and writes it right', async (body, words, mended) => {
  const { user } = open(body);
  expect((await screen.findByText((text) => text.startsWith(words))).textContent).toContain(`Write ${mended}`);
  await user.keyboard('{Control>}e{/Control}');
  expect(field().value).toBe(`Hi ${mended}`);
});

it('offers what the campaign has: the standing variables, then the fields that somebody has made', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: /Insert…/ }));
  const menu = await screen.findByRole('menu');
  await within(menu).findByRole('menuitem', { name: 'Main issue' });
  const names = within(menu)
    .getAllByRole('menuitem')
    .map((item) => item.textContent);
  expect(names[0]).toBe('First name');
  expect(names.at(-1)).toBe('Main issue');
  expect(names).not.toContain('Friends to remind');
});

it('offers the friends to remind where the campaign has that field', async () => {
  const { user } = open('', {
    'campaign/list-fields': { fields: [{ fieldId: 1, slug: 'remind_a_friend', title: 'Friends' }] },
  });
  await user.click(await screen.findByRole('button', { name: /Insert…/ }));
  expect(
    await within(await screen.findByRole('menu')).findByRole('menuitem', { name: 'Friends to remind' }),
  ).toBeTruthy();
});
