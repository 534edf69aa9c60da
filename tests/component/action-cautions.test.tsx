import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { anAction } from './support/action-answers.ts';
import { fillForm, good, openForm, text, write } from './support/action-form.tsx';
import type { Answers } from './support/fake-bridge.ts';
import type { Page } from './support/page.tsx';

const publishKeys = '{Control>}{Enter}{/Control}';
const withIssue = `${good} You said ##{{issue_ID}}.`;

/** 48 of the list have no main issue; the first of them stands far down. Everybody has all else. */
const issueLacking: Answers = {
  'actions/read-lacking': ({ variable }) =>
    variable === 'custom_field_issue_ID'
      ? { contacts: 1_204, lacking: 48, contactId: 700 }
      : { contacts: 1_204, lacking: 0, contactId: null },
};

describe('contacts who have no value for what a text says', () => {
  it('are counted beside the preview, and one of them is shown', async () => {
    const page = openForm(issueLacking);
    await fillForm(page, withIssue);
    const preview = screen.getByRole('complementary', { name: 'Preview' });
    expect(await within(preview).findByText(/48 contacts have no Main issue\./)).toBeTruthy();
    page.bridge.answer({
      'scripts/read-values': { contacts: [{ contactId: 700, values: { first_name: 'Zoe', phone: '+12025550177' } }] },
    });
    await page.user.click(within(preview).getByRole('button', { name: 'Show one without Main issue' }));
    expect(await within(preview).findAllByText('Zoe')).toHaveLength(2);
    expect(preview.textContent).toContain('A contact from further down the list.');
    expect(preview.textContent).toContain('This contact has none, so the place is left out: Main issue.');
    expect(within(preview).queryByRole('button', { name: /Show one/ })).toBeNull();
    await page.user.click(within(preview).getByRole('button', { name: 'Next contact' }));
    expect(await within(preview).findByText('Ana Alvarez')).toBeTruthy();
  });

  it('are asked for by the variables that leave a hole, and by no others', async () => {
    const page = openForm();
    await fillForm(page, `${good} ##{{last_name}} ##{{campaign.name}} ##{{no_such}}`);
    await expect
      .poll(() => page.bridge.askedFor('actions/read-lacking'))
      .toEqual([{ listId: 3, variable: 'last_name' }]);
  });

  it('are told with their number before it is published, for response scripts too', async () => {
    const page = openForm(issueLacking);
    await fillForm(page);
    await page.user.click(screen.getByRole('button', { name: /Add a response script/ }));
    fireEvent.change(await screen.findByLabelText('Text of response 1'), {
      target: { value: 'On ##{{issue_ID}}: yes' },
    });
    await page.user.keyboard(publishKeys);
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/48 of 1,204 contacts have no Main issue\./)).toBeTruthy();
    expect(dialog.textContent).toContain(
      'Response 1: 48 of 1,204 contacts have no Main issue. Its place in their text is',
    );
  });

  it('are not mentioned where there are none', async () => {
    const page = openForm();
    await fillForm(page, withIssue);
    await page.user.keyboard(publishKeys);
    const dialog = await screen.findByRole('dialog');
    await expect.poll(() => page.bridge.askedFor('actions/read-lacking')).toHaveLength(2);
    expect(dialog.textContent).not.toContain('Main issue');
  });
});

describe('what keeps an action from being published', () => {
  const foot = () => screen.getByRole('region', { name: 'Save and publish' });

  async function withTwoTexts(second: string): Promise<Page> {
    const page = openForm();
    await fillForm(page);
    await page.user.click(screen.getByRole('button', { name: /Add another/ }));
    fireEvent.change(await screen.findByLabelText('Text B'), { target: { value: second } });
    screen.getByLabelText('Text A').focus();
    await page.user.keyboard(publishKeys);
    return page;
  }

  it('is said beside the button, by the text that it is in, and leads there', async () => {
    const page = await withTwoTexts(`${good} ##{{frist_name}}`);
    const why = await within(foot()).findByRole('button', { name: /^Text B: .*frist_name/ });
    expect(document.activeElement).toBe(screen.getByLabelText('Text B'));
    screen.getByLabelText('Text A').focus();
    await page.user.click(why);
    expect(document.activeElement).toBe(screen.getByLabelText('Text B'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is said of a text that carriers refuse, and not any more once the text has been changed', async () => {
    await withTwoTexts(`${good} bit.ly/x`);
    expect(
      await within(foot()).findByRole('button', { name: /^Text B: It has a link of a public shortener/ }),
    ).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Text B'), { target: { value: good } });
    expect(within(foot()).queryByRole('button', { name: /Text B/ })).toBeNull();
  });

  it('is one thing after the other, until nothing is missing: name, list, text', async () => {
    const lists = [3, 4].map((listId) => ({ listId, name: `List ${listId}`, contactCount: 9, createdAt: 0 }));
    const page = openForm({ 'contacts/list-lists': { lists, next: null } });
    await screen.findByLabelText('Name of the action');
    await page.user.keyboard(publishKeys);
    expect(within(foot()).getByRole('button', { name: 'Enter a name for the action.' })).toBeTruthy();
    await page.user.keyboard('Rally');
    expect(within(foot()).queryByRole('button', { name: /name/ })).toBeNull();
    await page.user.keyboard(publishKeys);
    await page.user.click(within(foot()).getByRole('button', { name: 'Choose a list of contacts.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('List', { selector: 'input' }));
    await page.user.click(await screen.findByRole('option', { name: /List 3/, hidden: true }));
    await page.user.keyboard(publishKeys);
    await page.user.click(within(foot()).getByRole('button', { name: /initial script/i }));
    expect(document.activeElement).toBe(text());
  });

  it('is a text too long to be kept, of which nothing was cut', async () => {
    const page = openForm();
    await fillForm(page, '');
    write('x'.repeat(5_600));
    await page.user.keyboard('{Control>}s{/Control}');
    expect(await within(foot()).findByRole('button', { name: /5,600 characters long/ })).toBeTruthy();
    expect(page.bridge.askedFor('scripts/create')).toEqual([]);
    expect(text().value).toHaveLength(5_600);
  });
});

describe('a second action of the same name', () => {
  const actions = [
    anAction({ actionId: 5, name: 'Rally', publishedAt: new Date(2026, 10, 12, 10, 42).getTime() }),
    anAction({ actionId: 4, name: 'Vigil', state: 'draft', publishedAt: null }),
  ];

  it('is warned of while its name is written, and not refused', async () => {
    const page = openForm({ 'actions/list': { actions, next: null } });
    await page.user.type(await screen.findByLabelText('Name of the action'), 'rally ');
    expect(await screen.findByText(/There is already an action of this name, published on Nov 12/)).toBeTruthy();
    await expect.poll(() => page.bridge.askedFor('actions/create')).toHaveLength(1);
    await page.user.type(screen.getByLabelText('Name of the action'), 's');
    expect(screen.queryByText(/already an action/)).toBeNull();
  });

  it('is another one: the action itself is no namesake of its own', async () => {
    const page = openForm({ 'actions/list': { actions: [anAction({ actionId: 9, name: 'Rally' })], next: null } });
    await fillForm(page);
    await screen.findByText('Saved as a draft.');
    expect(screen.queryByText(/already an action/)).toBeNull();
  });
});

describe('a new action that was begun before', () => {
  const leave = (page: Page): void => act(() => void page.store.dispatch(wentTo({ screen: 'people' })));
  const comeBack = (page: Page): void =>
    act(() => void page.store.dispatch(wentTo({ screen: 'actions', isNew: true })));
  const several: Answers = {
    'contacts/list-lists': {
      lists: [3, 4].map((listId) => ({ listId, name: `List ${listId}`, contactCount: 9, createdAt: 0 })),
      next: null,
    },
  };

  async function begun(): Promise<Page> {
    const page = openForm(several);
    await screen.findByLabelText('Name of the action');
    write('Hi there');
    expect(screen.queryByText(/unfinished/)).toBeNull();
    leave(page);
    await expect.poll(() => screen.queryByLabelText('Text')).toBeNull();
    comeBack(page);
    await screen.findByText(/Your unfinished action from \d+:\d\d/);
    return page;
  }

  it('says what it is, and leaves its place to an empty one, which can be undone', async () => {
    const page = await begun();
    expect(text().value).toBe('Hi there');
    await page.user.click(screen.getByRole('button', { name: 'Start an empty one instead' }));
    expect(text().value).toBe('');
    expect(screen.getByText('Your unfinished action is put aside.')).toBeTruthy();
    await page.user.click(screen.getByRole('button', { name: 'Bring it back' }));
    expect(text().value).toBe('Hi there');
  });

  it('has its place again when nothing was written in the empty one', async () => {
    const page = await begun();
    await page.user.click(screen.getByRole('button', { name: 'Start an empty one instead' }));
    leave(page);
    await expect.poll(() => page.store.getState().drafts.open['new']?.initial[0]?.body).toBe('Hi there');
    comeBack(page);
    expect(await screen.findByDisplayValue('Hi there')).toBeTruthy();
  });

  it('waits while another one is written and saved in its place', async () => {
    const page = await begun();
    await page.user.click(screen.getByRole('button', { name: 'Start an empty one instead' }));
    await page.user.type(screen.getByLabelText('Name of the action'), 'Vigil');
    await page.user.click(screen.getByLabelText('List', { selector: 'input' }));
    await page.user.click(await screen.findByRole('option', { name: /List 3/, hidden: true }));
    await screen.findByText('Saved as a draft.');
    leave(page);
    await expect.poll(() => page.store.getState().drafts.open['new']?.initial[0]?.body).toBe('Hi there');
  });

  it('changes places with what was written meanwhile when it is brought back', async () => {
    const page = await begun();
    await page.user.click(screen.getByRole('button', { name: 'Start an empty one instead' }));
    write('Other words');
    await page.user.click(screen.getByRole('button', { name: 'Bring it back' }));
    expect(text().value).toBe('Hi there');
    await page.user.click(screen.getByRole('button', { name: 'Bring it back' }));
    expect(text().value).toBe('Other words');
  });
});
