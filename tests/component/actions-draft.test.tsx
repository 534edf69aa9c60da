import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { runBeforeSignOut } from '../../renderer/bridge/before-sign-out.ts';
import { signedOut } from '../../renderer/bridge/session-slice.ts';
import { enterRestsMs } from '../../renderer/verbs/registry.ts';
import type { CallName } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { anAction, aroundActions } from './support/action-answers.ts';
import { chooseList, fillForm, good, Here, kept, openForm, text, write } from './support/action-form.tsx';
import type { Answers } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage, type Page } from './support/page.tsx';
import { settings } from './support/settings.ts';

const aList = (listId: number, contactCount = 20) => ({
  listId,
  name: `List ${listId}`,
  contactCount,
  createdAt: 0,
});
const listField = () => screen.getByLabelText<HTMLInputElement>('List', { selector: 'input' });

describe('the list of a new action', () => {
  it('is chosen already where only one has contacts, and that is said', async () => {
    const page = openForm({ 'contacts/list-lists': { lists: [aList(4, 0), aList(3)], next: null } });
    await expect.poll(() => listField().value).toBe('List 3 · 20 contacts');
    expect(screen.getByText('The only list so far, so it is chosen already.')).toBeTruthy();
    await page.user.type(screen.getByLabelText('Name of the action'), 'Rally');
    await expect.poll(() => page.bridge.askedFor('actions/create')).toMatchObject([{ name: 'Rally', listId: 3 }]);
  });

  it('is chosen, too, where the lists are known before the form opens', async () => {
    const page = openForm();
    act(() => void page.store.dispatch(wentTo({ screen: 'actions' })));
    await screen.findByRole('heading', { name: 'No actions yet' });
    act(() => void page.store.dispatch(wentTo({ screen: 'actions', isNew: true })));
    await expect.poll(() => listField().value).toContain('Eastside tenants');
    expect(page.store.getState().drafts.open['new']?.shownAt).toBeTypeOf('number');
  });

  it('counts as nothing written while it was only given', async () => {
    const page = openForm();
    await expect.poll(() => listField().value).toContain('Eastside tenants');
    expect(screen.getByText('It is saved as a draft while you write.')).toBeTruthy();
    act(() => void page.store.dispatch(wentTo({ screen: 'people' })));
    await expect.poll(() => page.store.getState().drafts.open['new']).toBeUndefined();
  });

  it('is left to be chosen among several', async () => {
    openForm({ 'contacts/list-lists': { lists: [aList(3), aList(4)], next: null } });
    await expect.poll(() => listField().placeholder).toBe('Choose a list');
    expect(listField().value).toBe('');
    expect(screen.getByText('The contacts who are texted.')).toBeTruthy();
  });

  it('is imported where none has contacts, and chosen for whoever comes back with one', async () => {
    const page = openForm({ 'contacts/list-lists': { lists: [aList(4, 0)], next: null } });
    await page.user.click(await screen.findByRole('button', { name: 'Import a list' }));
    expect(page.store.getState().place.now).toEqual({ screen: 'contacts' });
    page.bridge.answer({ 'contacts/list-lists': { lists: [aList(5), aList(4, 0)], next: null } });
    act(() => {
      page.bridge.tell({ event: 'changed', room: 'contacts' });
      page.store.dispatch(wentTo({ screen: 'actions', isNew: true }));
    });
    await expect.poll(() => listField().value).toBe('List 5 · 20 contacts');
  });

  it('stays chosen when the same one is chosen again', async () => {
    const page = openForm();
    await expect.poll(() => listField().value).toContain('Eastside tenants');
    await chooseList(page);
    expect(listField().value).toContain('Eastside tenants');
  });
});

describe('the form of a new action', () => {
  it('begins in its first field', async () => {
    openForm();
    expect(document.activeElement).toBe(await screen.findByLabelText('Name of the action'));
  });

  it('shows the text as a real contact will get it, and the next one after Alt with an arrow key', async () => {
    const page = openForm();
    await fillForm(page);
    const preview = screen.getByRole('complementary', { name: 'Preview' });
    expect(await within(preview).findByText('Ana Alvarez')).toBeTruthy();
    await expect.poll(() => preview.textContent).toContain('Hi Ana, Rosa with Harbor Tenants Union.');
    await page.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(within(preview).getByText('(202) 555-0125')).toBeTruthy();
    expect(preview.textContent).toContain('Hi Ben,');
    await page.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(within(preview).getByText('(202) 555-0125')).toBeTruthy();
  });

  it('shows what the engine knows of a contact besides, such as custom fields', async () => {
    const page = openForm();
    await fillForm(page, 'Your ##{{issue_ID}} matters');
    const preview = screen.getByRole('complementary', { name: 'Preview' });
    await expect.poll(() => preview.textContent).toContain('Your heating matters');
    expect(screen.queryByText(/at least/)).toBeNull();
    await page.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByText(/so the place is left out: Main issue/)).toBeTruthy();
  });

  it('never previews a contact who has opted out', async () => {
    const page = openForm();
    await fillForm(page);
    await screen.findByText('Ana Alvarez');
    await page.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByText('(202) 555-0125')).toBeTruthy();
    expect(screen.queryByText('Out Already')).toBeNull();
  });

  it('goes to the next contact and back by keys while one writes', async () => {
    const page = openForm();
    await fillForm(page);
    await screen.findByText('Ana Alvarez');
    text().focus();
    await page.user.keyboard('{ArrowDown}');
    expect(screen.getByText('Ana Alvarez')).toBeTruthy();
    await page.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByText('(202) 555-0125')).toBeTruthy();
    await page.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(screen.getByText('Ana Alvarez')).toBeTruthy();
    expect(document.activeElement).toBe(text());
  });

  it('marks what a contact does not have', async () => {
    const page = openForm();
    await fillForm(page, 'Hi ##{{first_name}} ##{{last_name}}');
    await screen.findByText('Ana Alvarez');
    await page.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByText(/so the place is left out: Last name/)).toBeTruthy();
  });

  it('saves with a key: the text, then the action with it', async () => {
    const page = openForm();
    await fillForm(page);
    await page.user.keyboard('{Control>}s{/Control}');
    await screen.findByText('Saved as a draft.');
    expect(page.bridge.askedFor('scripts/create')).toMatchObject([{ name: 'Rally (A)', body: good }]);
    expect(page.bridge.askedFor('actions/create')).toMatchObject([
      { name: 'Rally', listId: 3, initialScriptIds: [21], responseScriptIds: [] },
    ]);
  });

  it('says what is missing where it is missing, and goes there', async () => {
    const { user, bridge } = openForm({ 'contacts/list-lists': { lists: [aList(3), aList(4)], next: null } });
    await screen.findByLabelText('Name of the action');
    await user.keyboard('{Control>}s{/Control}');
    // At the field, and beside the button where it was missed.
    expect(screen.getAllByText('Enter a name for the action.')).toHaveLength(2);
    expect(screen.getByText('Choose a list of contacts.')).toBeTruthy();
    await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('Name of the action'));
    expect(bridge.askedFor('actions/create')).toEqual([]);
  });

  it('saves by itself when one goes elsewhere', async () => {
    const page = openForm();
    await fillForm(page);
    page.store.dispatch(wentTo({ screen: 'contacts' }));
    await waitFor(() => expect(page.bridge.askedFor('actions/create')).toHaveLength(1));
    await expect.poll(() => page.store.getState().drafts.open).toEqual({});
  });

  it('keeps what cannot be saved yet while one goes elsewhere', async () => {
    const page = openForm();
    await screen.findByLabelText('Name of the action');
    write('Hi there');
    page.store.dispatch(wentTo({ screen: 'contacts' }));
    await expect.poll(() => screen.queryByLabelText('Text')).toBeNull();
    page.store.dispatch(wentTo({ screen: 'actions', isNew: true }));
    expect(await screen.findByDisplayValue('Hi there')).toBeTruthy();
    expect(page.bridge.askedFor('scripts/create')).toEqual([]);
  });

  it('stays open for whoever comes back before it is saved', async () => {
    const page = openForm();
    await fillForm(page);
    page.store.dispatch(wentTo({ screen: 'contacts' }));
    await expect.poll(() => screen.queryByLabelText('Text')).toBeNull();
    page.store.dispatch(wentTo({ screen: 'actions', isNew: true }));
    await waitFor(() => expect(page.bridge.askedFor('actions/create')).toHaveLength(1));
    expect(await screen.findByText('Saved as a draft.')).toBeTruthy();
    expect(text().value).toBe(good);
  });

  it('tells of a text that the store refuses, and saves the rest', async () => {
    const error = appError('scripts/empty');
    const page = openForm({ 'scripts/create': () => ({ error }) });
    await fillForm(page);
    await page.user.keyboard('{Control>}s{/Control}');
    expect(await screen.findByText('Not all of it could be saved: see below.')).toBeTruthy();
    expect(page.bridge.askedFor('actions/create')).toMatchObject([{ initialScriptIds: [] }]);
  });
});

describe('a draft that is written', () => {
  it('is saved when its author pauses, in one go', async () => {
    const page = openForm();
    await fillForm(page, '');
    await screen.findByText('Saved as a draft.');
    for (const body of ['H', 'He', 'Hel', 'Hello']) write(body);
    await waitFor(() => expect(page.bridge.askedFor('scripts/create')).toMatchObject([{ body: 'Hello' }]));
    expect(page.bridge.askedFor('actions/create')).toHaveLength(1);
  });

  it('is saved once more when it was written in while it was saved', async () => {
    const held = lateAnswer<{ scriptId: number }>();
    const page = openForm({ 'scripts/create': () => held.promise });
    await fillForm(page, 'Hello');
    await page.user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(page.bridge.askedFor('scripts/create')).toHaveLength(1));
    write('Hello there');
    await act(async () => held.resolve({ scriptId: 21 }));
    await waitFor(() => expect(page.bridge.askedFor('scripts/change')).toMatchObject([{ body: 'Hello there' }]));
    expect(page.bridge.askedFor('scripts/create')).toHaveLength(1);
    expect(page.bridge.askedFor('actions/create')).toHaveLength(1);
  });

  it('is made only once when its form is opened again before the answer', async () => {
    const held = lateAnswer<{ actionId: number }>();
    const page = openForm({ 'actions/create': () => held.promise });
    await fillForm(page, 'Hello');
    act(() => void page.store.dispatch(wentTo({ screen: 'contacts' })));
    await waitFor(() => expect(page.bridge.askedFor('actions/create')).toHaveLength(1));
    act(() => void page.store.dispatch(wentTo({ screen: 'actions', isNew: true })));
    await screen.findByDisplayValue('Hello');
    await page.user.keyboard('{Control>}s{/Control}');
    await act(async () => held.resolve({ actionId: 9 }));
    expect(await screen.findByText('Saved as a draft.')).toBeTruthy();
    expect(page.bridge.askedFor('actions/create')).toHaveLength(1);
    expect(page.bridge.askedFor('scripts/create')).toHaveLength(1);
  });

  it('is in the store before its author is signed out', async () => {
    const page = openForm();
    await fillForm(page, 'Hello');
    await act(async () => void (await runBeforeSignOut()));
    // Where the hands were slow, some of it was kept before.
    const asked = (...names: readonly CallName[]) => names.flatMap((name) => page.bridge.askedFor(name)).at(-1);
    expect(asked('scripts/create', 'scripts/change')).toMatchObject({ body: 'Hello' });
    expect(asked('actions/create', 'actions/change')).toMatchObject({ name: 'Rally', initialScriptIds: [21] });
    act(() => void page.store.dispatch(signedOut()));
    expect(page.store.getState().drafts.open).toEqual({});
  });

  it('is waited for by a sign-out even when its form has been left', async () => {
    const held = lateAnswer<{ scriptId: number }>();
    const page = openForm({ 'scripts/create': () => held.promise });
    await fillForm(page, 'Hello');
    act(() => void page.store.dispatch(wentTo({ screen: 'contacts' })));
    let isOver = false;
    const over = runBeforeSignOut().then(() => {
      isOver = true;
    });
    await waitFor(() => expect(page.bridge.askedFor('scripts/create')).toHaveLength(1));
    expect(isOver).toBe(false);
    held.resolve({ scriptId: 21 });
    await act(async () => over);
    expect(page.bridge.askedFor('actions/create')).toHaveLength(1);
  });

  it('asks for all that can be saved at once when the page goes', async () => {
    const read = {
      action: anAction({ state: 'draft' as const, publishedAt: null, name: 'Rally' }),
      initialScripts: [
        { scriptId: 21, name: 'Rally (A)', body: 'Hi' },
        { scriptId: 22, name: 'Rally (B)', body: 'Hello' },
      ],
      responseScripts: [],
    };
    const page = openPage(<Here />, {
      place: { screen: 'actions', actionId: 9 },
      answers: {
        ...aroundActions,
        ...kept,
        'actions/read': read,
        // Nobody hears the answers any more.
        'scripts/change': () => new Promise(() => undefined),
        'actions/change': () => new Promise(() => undefined),
      },
    });
    await page.user.type(await screen.findByLabelText('Name of the action'), '!');
    fireEvent.change(screen.getByLabelText('Text A'), { target: { value: 'Hi there' } });
    act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(page.bridge.askedFor('scripts/change')).toMatchObject([
      { scriptId: 21, name: 'Rally! (A)', body: 'Hi there' },
      { scriptId: 22, name: 'Rally! (B)', body: 'Hello' },
    ]);
    expect(page.bridge.askedFor('actions/change')).toMatchObject([{ name: 'Rally!', initialScriptIds: [21, 22] }]);
  });
});

describe('publishing', () => {
  it('says first whom it texts, from where, when and how much', async () => {
    const page = openForm();
    await fillForm(page);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('1,204 contacts of “Eastside tenants”');
    expect(dialog.textContent).toContain('about 1,204 segments in all');
    expect(dialog.textContent).toContain('Counted for 2 contacts of the list');
    expect(dialog.textContent).toContain('1 number');
    expect(dialog.textContent).toContain('9:00');
    expect(page.bridge.askedFor('actions/publish')).toEqual([]);
  });

  it('shows each initial script as the first contact of the list reads it', async () => {
    const page = openForm();
    await fillForm(page);
    await page.user.click(screen.getByRole('button', { name: /Add another/ }));
    const second = await screen.findByLabelText('Text B');
    fireEvent.change(second, { target: { value: 'Hello ##{{first_name}}, will you come?' } });
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/^As .+ reads it, texted by you:$/)).toBeTruthy();
    const texts = within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(texts).toContainEqual(expect.stringMatching(/^Text AHi \w+, /));
    expect(texts).toContainEqual(expect.stringMatching(/^Text BHello \w+, will you come\?$/));
  });

  it('says once more what the initial scripts do not say, or say by hand', async () => {
    const page = openForm();
    await fillForm(page, 'Hi ##{{first_name}}, this is Rosa from Harbor Tenants Union. Reply STOP to opt out.');
    await page.user.click(screen.getByRole('button', { name: /Add another/ }));
    const second = await screen.findByLabelText('Text B');
    fireEvent.change(second, { target: { value: 'Will you come to Harbor Tenants Union? Reply STOP to opt out.' } });
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('It says that Rosa is texting, whoever sends it.')).toBeTruthy();
    expect(dialog.textContent).toContain('Text A: It says that Rosa is texting');
    expect(dialog.textContent).toContain('Text B: It does not say who is texting.');
    expect(dialog.textContent).not.toContain('opt out,');
  });

  const askToPublish = async (answers: Answers, body = good): Promise<Page & { dialog: HTMLElement }> => {
    const page = openForm(answers);
    await fillForm(page, body);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    return { ...page, dialog: await screen.findByRole('dialog') };
  };

  it('counts who is left out and whose text waits, and the length for those who get one', async () => {
    const { dialog, bridge } = await askToPublish({
      'actions/read-reach': { contacts: 1_204, optedOut: 12, unreachable: 1, locked: 40, lockMinutes: 360 },
    });
    await within(dialog).findByText(/^12 have opted out and are left out\./);
    expect(dialog.textContent).toContain('1,191 of 1,204 contacts in “Eastside tenants”');
    expect(dialog.textContent).toContain('1 is left out because the phone is blocked or takes no texts.');
    expect(dialog.textContent).toContain('40 have had an initial message within the last 6 hours.');
    expect(dialog.textContent).toContain('about 1,191 segments in all');
    expect(bridge.askedFor('actions/read-reach')).toEqual([{ actionId: 9 }]);
  });

  it('says that nobody has opted out, and of a lock nothing while it holds nobody', async () => {
    const { dialog } = await askToPublish({});
    await within(dialog).findByText('Nobody in it has opted out.');
    expect(dialog.textContent).not.toContain('initial message within');
  });

  it('says when texting begins where the campaign is, while it is outside the hours there', async () => {
    const isMorning = new Date().getUTCHours() < 12;
    const hours = isMorning ? { startMinute: 1_200, endMinute: 1_380 } : { startMinute: 60, endMinute: 300 };
    const closed = { ...settings, ...hours, timeZone: 'UTC' };
    const { dialog } = await askToPublish({ 'campaign/read-settings': { settings: closed, joinCode: '123456' } });
    await within(dialog).findByText(/^Where the campaign is it is outside these hours now: .+ by your clock\.$/);
  });

  it('says nothing of it inside the hours', async () => {
    const open = { ...settings, startMinute: 0, endMinute: 1_440 };
    const { dialog } = await askToPublish({ 'campaign/read-settings': { settings: open, joinCode: '123456' } });
    await within(dialog).findByText('At any hour');
    expect(dialog.textContent).not.toContain('outside these hours');
  });

  it('is not done where nobody would get a text', async () => {
    const { dialog, user, bridge } = await askToPublish({
      'actions/read-reach': { contacts: 2, optedOut: 2, unreachable: 0, locked: 0, lockMinutes: 360 },
    });
    await within(dialog).findByText('Nobody in this list can be texted.');
    await new Promise((resolve) => setTimeout(resolve, enterRestsMs));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.askedFor('actions/publish')).toEqual([]);
  });

  it('warns where texters may send scripts only and have none to answer with, and leads to writing one', async () => {
    const { dialog, user } = await askToPublish({
      'campaign/read-settings': { settings: { ...settings, ownWords: false }, joinCode: '123456' },
    });
    await within(dialog).findByText(/they could answer nobody who writes back/);
    await user.keyboard('a');
    const name = await screen.findByLabelText('Name of the response');
    await expect.poll(() => document.activeElement).toBe(name);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/without any they can answer nobody/)).toBeTruthy();
  });

  it('says how texters answer where they may use their own words', async () => {
    const { dialog, user } = await askToPublish({});
    await within(dialog).findByText('Texters answer in their own words.');
    await user.keyboard('a');
    expect(screen.queryByLabelText('Name of the response')).toBeNull();
  });

  it('says once more which fields nothing fills in, in response scripts too', async () => {
    const page = openForm();
    await fillForm(page, `Hi [name]! ${good}`);
    await page.user.click(screen.getByRole('button', { name: /Add a response script/ }));
    fireEvent.change(await screen.findByLabelText('Text of response 1'), {
      target: { value: 'See you, {first_name}' },
    });
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Initial script: Contacts would read “[name]” as it stands');
    expect(dialog.textContent).toContain('Response 1: Contacts would read “{first_name}” as it stands');
  });

  it('is never done by Enter, and goes back to the form', async () => {
    const page = openForm();
    await fillForm(page);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('dialog');
    await expect.poll(() => document.activeElement?.textContent).toBe('Not yetEsc↵');
    await page.user.keyboard('{Enter}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(page.bridge.askedFor('actions/publish')).toEqual([]);
  });

  it('is done by its own key, and leads to the action', async () => {
    const page = openForm();
    await fillForm(page);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('dialog');
    // A second press at once would be no answer.
    await new Promise((resolve) => setTimeout(resolve, enterRestsMs));
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => page.store.getState().place.now).toEqual({ screen: 'actions', actionId: 9 });
    expect(page.bridge.askedFor('actions/publish')).toMatchObject([{ actionId: 9 }]);
    expect(await screen.findByRole('progressbar', { name: 'Getting ready' })).toBeTruthy();
  });

  it('takes nobody along who has gone elsewhere before the answer', async () => {
    const held = lateAnswer<{ jobId: number }>();
    const page = openForm({ 'actions/publish': () => held.promise });
    await fillForm(page);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await page.user.click(await screen.findByRole('button', { name: /Publish the action/ }));
    act(() => void page.store.dispatch(wentTo({ screen: 'inbox' })));
    await act(async () => held.resolve({ jobId: 4 }));
    expect(page.store.getState().place.now).toEqual({ screen: 'inbox' });
    // Whoever comes back to the form begins another action.
    await expect.poll(() => page.store.getState().drafts.open).toEqual({});
  });

  it('does not ask for it on a screen that has been left', async () => {
    const held = lateAnswer<{ scriptId: number }>();
    const page = openForm({ 'scripts/create': () => held.promise });
    await fillForm(page);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    act(() => void page.store.dispatch(wentTo({ screen: 'actions', actionId: 9 })));
    await act(async () => held.resolve({ scriptId: 21 }));
    await waitFor(() => expect(page.bridge.askedFor('actions/create')).toHaveLength(1));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leads to the settings when there is no number', async () => {
    const page = openForm({ 'numbers/list': { numbers: [], accountSegmentsPerSecond: null } });
    await fillForm(page);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await page.user.click(await screen.findByRole('button', { name: 'Go to the settings' }));
    expect(page.store.getState().place.now).toEqual({ screen: 'settings' });
    expect(page.bridge.askedFor('actions/publish')).toEqual([]);
  });

  it('does not go on without a first text, and goes to it', async () => {
    const page = openForm();
    await fillForm(page, '');
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => document.activeElement).toBe(text());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does not go on with a text that the store refuses, and goes to it', async () => {
    const page = openForm({ 'scripts/create': () => ({ error: appError('script/unknown-variable') }) });
    await fillForm(page, `${good} ##{{frist_name}}`);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => document.activeElement).toBe(text());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does not go on with a link that carriers refuse', async () => {
    const page = openForm();
    await fillForm(page, `${good} bit.ly/x`);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => document.activeElement).toBe(text());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does not go on with a text that is longer than carriers take', async () => {
    const page = openForm();
    await fillForm(page, `${good} ${'x'.repeat(1_600)}`);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => document.activeElement).toBe(text());
    expect(screen.getAllByText(/a carrier takes at most 1,600 characters/)).toHaveLength(2);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does not go on with a text that is too long for another contact, and shows that one', async () => {
    const contacts = [1, 3].map((contactId) => ({
      contactId,
      values: { first_name: contactId === 3 ? 'B'.repeat(1_600) : 'Ana' },
    }));
    const page = openForm({ 'scripts/read-values': { contacts } });
    await fillForm(page);
    await screen.findByText('Ana Alvarez');
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('(202) 555-0125')).toBeTruthy();
    expect(screen.getAllByText(/a carrier takes at most 1,600 characters/)).toHaveLength(2);
    expect(document.activeElement).toBe(text());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says why when it is refused', async () => {
    const page = openForm({ 'actions/publish': () => ({ error: appError('actions/empty-list') }) });
    await fillForm(page);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await page.user.click(await screen.findByRole('button', { name: /Publish the action/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('list has no contacts');
  });
});

describe('a reply', () => {
  it('is added by a key while one writes, and begins in its name, which is empty', async () => {
    const page = openForm();
    await screen.findByRole('button', { name: 'Add a response script' });
    text().focus();
    await page.user.keyboard('{Control>}{Shift>}a{/Shift}{/Control}');
    const name = await screen.findByLabelText('Name of the response');
    await expect.poll(() => document.activeElement).toBe(name);
    expect(screen.getByRole('complementary', { name: 'Preview' }).textContent).toContain('Response 1');
  });
});

describe('several first texts', () => {
  it('are lettered, and the preview follows the one that is written in', async () => {
    const page = openForm();
    await fillForm(page);
    await page.user.click(screen.getByRole('button', { name: 'Add another initial script' }));
    const second = await screen.findByLabelText('Text B');
    await expect.poll(() => document.activeElement).toBe(second);
    fireEvent.change(second, { target: { value: 'Hello ##{{first_name}}' } });
    const preview = screen.getByRole('complementary', { name: 'Preview' });
    expect(preview.textContent).toContain('Text B');
    await expect.poll(() => preview.textContent).toContain('Hello Ana');
  });

  it('become one again when the other is removed', async () => {
    const page = openForm();
    await fillForm(page);
    await page.user.click(screen.getByRole('button', { name: 'Add another initial script' }));
    await page.user.click(screen.getByRole('button', { name: 'Remove: Text B' }));
    expect(text().value).toBe(good);
  });
});

describe('a draft that is taken up again', () => {
  it('has its name, its list and its texts, and saves changes to them', async () => {
    const read = {
      action: anAction({ state: 'draft' as const, publishedAt: null, name: 'Rally' }),
      initialScripts: [{ scriptId: 21, name: 'Rally (A)', body: good }],
      responseScripts: [],
    };
    const page = openPage(<Here />, {
      place: { screen: 'actions', actionId: 9 },
      answers: { ...aroundActions, ...kept, 'actions/read': read },
    });
    expect(await screen.findByText('Saved as a draft.')).toBeTruthy();
    expect(text().value).toBe(good);
    write('Hello');
    await page.user.keyboard('{Control>}s{/Control}');
    await waitFor(() =>
      expect(page.bridge.askedFor('scripts/change')).toMatchObject([
        { scriptId: 21, name: 'Rally (A)', body: 'Hello' },
      ]),
    );
    expect(page.bridge.askedFor('actions/change')).toEqual([]);
  });

  it('gives way to the page of the action when it is published', async () => {
    let state: 'draft' | 'publishing' = 'draft';
    const page = openPage(<Here />, {
      place: { screen: 'actions', actionId: 9 },
      answers: {
        ...aroundActions,
        ...kept,
        'actions/read': () => ({
          action: anAction({ state, publishedAt: null, name: 'Rally' }),
          initialScripts: [{ scriptId: 21, name: 'Rally (A)', body: good }],
          responseScripts: [],
        }),
        'actions/publish': () => {
          state = 'publishing';
          return { jobId: 4 };
        },
      },
    });
    await screen.findByText('Saved as a draft.');
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await page.user.click(await screen.findByRole('button', { name: /Publish the action/ }));
    expect(await screen.findByRole('progressbar', { name: 'Getting ready' })).toBeTruthy();
    await expect.poll(() => page.store.getState().drafts.open).toEqual({});
  });
});
