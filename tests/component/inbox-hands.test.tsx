import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../../renderer/features/inbox/api.ts';
import { InboxScreen } from '../../renderer/features/inbox/inbox-screen.tsx';
import { drafted } from '../../renderer/features/inbox/inbox-slice.ts';
import { enterRestsMs } from '../../renderer/verbs/registry.ts';
import type { Given } from '../../shared/contract/index.ts';
import { longestWritten } from '../../shared/contract/limits.ts';
import { appError } from '../../shared/errors.ts';
import { conversation, thread } from './support/conversations.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage } from './support/page.tsx';

/** Time stands still but where a hand rests, so that all else is at speed however slow the machine is. */
let now: number;
const rested = (): void => {
  now += 2 * enterRestsMs;
};

let rows: Conversation[];
let sent: Given<'conversations/send'>[];

beforeEach(() => {
  rows = [0, 1, 2].map((n) => conversation(n));
  sent = [];
  now = 10_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => void vi.restoreAllMocks());

const answers: Answers = {
  'conversations/list': ({ filter }) => ({
    conversations: rows.filter(({ needsAttention, optedOut }) => !optedOut && (filter === 'all' || needsAttention)),
    next: null,
  }),
  'conversations/read': ({ contactId }) => {
    const row = rows.find((one) => one.contactId === contactId);
    return row === undefined ? { error: appError('conversations/not-found') } : thread(row, { optedOut: row.optedOut });
  },
  'conversations/send': (input) => {
    sent.push(input);
    rows = rows.map((row) => (row.contactId === input.contactId ? { ...row, needsAttention: false } : row));
    return { messageId: 50 + sent.length, segments: 1, wait: null };
  },
  'contacts/opt-out': ({ contactId }) => {
    rows = rows.map((row) => (row.contactId === contactId ? { ...row, needsAttention: false, optedOut: true } : row));
    return { alreadyOptedOut: false };
  },
  'actions/read': () => ({ error: appError('actions/not-found') }),
};

const openInbox = (more: Answers = {}) =>
  openPage(<InboxScreen place={{ screen: 'inbox' }} />, { answers: { ...answers, ...more } });

const rowOf = (n: number) => screen.findByRole('button', { name: new RegExp(`Reyes ${n}\\b`) });
const fieldOf = (n: number) =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: new RegExp(`Answer to .* Reyes ${n}$`) });
const sendButton = () => screen.getByRole('button', { name: /^Send/ });
const question = () => screen.queryByText(/Not changed since you wrote it/);

/** The inbox with half an answer to this one from before, opened by a click on its row. */
async function openOnHalf(n = 1, more: Answers = {}) {
  const page = openInbox(more);
  const row = await rowOf(n);
  const draft = { text: 'Half an', scriptId: null, replaced: null, writtenAt: Date.now(), intentId: 'half' };
  act(() => void page.store.dispatch(drafted({ key: `1/${100 + n}`, draft })));
  await page.user.click(row);
  const field = await fieldOf(n);
  await waitFor(() => expect(document.activeElement).toBe(field));
  rested();
  return { ...page, field };
}

describe('half an answer that nobody has touched since its conversation was opened', () => {
  it('is asked about by Enter, and sent by another one once the hand has rested', async () => {
    const { user } = await openOnHalf();
    await user.keyboard('{Enter}');
    expect(question()?.textContent).toMatch(/\(\d+:\d\d [AP]M\)\. Press Enter again to send\./);
    await user.keyboard('{Enter}{Enter}');
    expect(sent).toEqual([]);
    rested();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent).toMatchObject([{ contactId: 101, text: 'Half an' }]));
  });

  it('is asked about by Ctrl and Enter in the list, where the cursor passes over it', async () => {
    const { user, store } = openInbox();
    await rowOf(0);
    const draft = { text: 'Half an', scriptId: null, replaced: null, writtenAt: Date.now(), intentId: 'half' };
    act(() => void store.dispatch(drafted({ key: '1/100', draft })));
    rested();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(question()).toBeTruthy();
    expect(document.activeElement).toBe(await fieldOf(0));
    expect(sent).toEqual([]);
  });

  it('is asked about by a click on Send, and a double click sends nothing', async () => {
    const { user } = await openOnHalf();
    await user.dblClick(sendButton());
    expect(question()).toBeTruthy();
    rested();
    await user.dblClick(sendButton());
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('is not sent by an Enter too many after somebody was opted out', async () => {
    const { user, store } = openInbox();
    const first = await rowOf(0);
    const draft = { text: 'Half an', scriptId: null, replaced: null, writtenAt: Date.now(), intentId: 'half' };
    act(() => void store.dispatch(drafted({ key: '1/101', draft })));
    await user.click(first);
    await fieldOf(0);
    await user.keyboard('{Control>}o{/Control}');
    await screen.findByRole('dialog');
    rested();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await fieldOf(1);
    rested();
    // Keys rest by the clock of their events.
    await new Promise((resolve) => setTimeout(resolve, enterRestsMs));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(question()).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('is asked about again when its conversation was left and opened again', async () => {
    const { user } = await openOnHalf();
    await user.keyboard('{Enter}{Escape}');
    await waitFor(async () => expect(document.activeElement).toBe(await rowOf(1)));
    rested();
    await user.keyboard('{Enter}');
    rested();
    await user.keyboard('{Enter}');
    expect(sent).toEqual([]);
    expect(question()).toBeTruthy();
  });

  it.each([
    ['was added to', '!', 'Half an!'],
    ['had its cursor moved', '{ArrowLeft}', 'Half an'],
    ['gave way to a script', '{Alt>}1{/Alt}', 'Thank you, Ben!'],
  ])('is sent by the first Enter when it %s', async (_what, keys, text) => {
    const { user } = await openOnHalf();
    await user.keyboard(`${keys}{Enter}`);
    await waitFor(() => expect(sent).toMatchObject([{ text }]));
  });

  it('is sent by the first Enter after a click into it, and not after the arrows of the list', async () => {
    const { user, field } = await openOnHalf();
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(sent).toEqual([]);
    await user.click(field);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent).toHaveLength(1));
  });
});

it('an answer is not sent by an Enter too many after a dialog that was given up, and is after a rest', async () => {
  const { user } = openInbox();
  await user.click(await rowOf(0));
  await user.type(await fieldOf(0), 'See you');
  await user.keyboard('{Control>}o{/Control}');
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  const field = await fieldOf(0);
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('{Enter}{Enter}');
  expect(sent).toEqual([]);
  rested();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(sent).toHaveLength(1));
});

describe('the focus', () => {
  it('is in the field of whoever is next after a double click on Send, and what is typed then is no command', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await fieldOf(0), 'See you');
    await user.click(sendButton());
    const next = await fieldOf(1);
    await waitFor(() => expect(document.activeElement).toBe(next));
    // On a button that can do nothing, as the real window has it.
    fireEvent.mouseDown(sendButton().closest('div') ?? document.body);
    fireEvent.click(sendButton(), { detail: 2 });
    expect(document.activeElement).toBe(next);
    await user.keyboard('o');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sent).toHaveLength(1);
  });

  it('is where running letters do no harm when nobody is left, until the hands have rested', async () => {
    rows = [conversation(0)];
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await fieldOf(0), 'See you{Enter}');
    await screen.findByRole('heading', { name: 'All answered' });
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
    await user.keyboard('thanks a lot for all');
    expect(screen.getByRole('radio', { name: /^Need an answer/, checked: true })).toBeTruthy();
    rested();
    await user.keyboard('a');
    expect(await screen.findByRole('radio', { name: 'Unread', checked: true })).toBeTruthy();
  });
});

describe('own words', () => {
  it('with a variable in braces are not sent, say what contacts would read, and are mended with Ctrl and E', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    const field = await fieldOf(0);
    await user.type(field, 'Hi {{{{first_name}}, see you{Enter}');
    expect(await screen.findByText(/Contacts would read “{{first_name}}” as it stands/)).toBeTruthy();
    expect(sent).toEqual([]);
    await user.keyboard('{Control>}e{/Control}');
    await waitFor(() => expect(field.value).toBe('Hi Ana, see you'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent).toMatchObject([{ text: 'Hi Ana, see you' }]));
  });

  it('with a field in brackets are asked about once', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await fieldOf(0), 'Hi [[name], see you{Enter}');
    expect(await screen.findByText('Press Enter again to send it as it is.')).toBeTruthy();
    expect(sent).toEqual([]);
    rested();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('keep all that stands there when more is pasted than there is room for, and say so', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    const field = await fieldOf(0);
    await user.type(field, 'Before');
    const paste = createEvent.paste(field, {
      clipboardData: { getData: () => 'x'.repeat(longestWritten) },
    });
    fireEvent(field, paste);
    expect(paste.defaultPrevented).toBe(true);
    expect(await screen.findByText(/too long, so nothing of it was put in: there is room for 5,000/)).toBeTruthy();
    expect(field.value).toBe('Before');
    const short = createEvent.paste(field, {
      clipboardData: { getData: () => 'x'.repeat(longestWritten - 'Before'.length) },
    });
    fireEvent(field, short);
    expect(short.defaultPrevented).toBe(false);
    expect(screen.queryByText(/too long, so nothing/)).toBeNull();
  });

  it('are own again when the field’s undo gives them back in the place of a script', async () => {
    const { user, store } = openInbox();
    await user.click(await rowOf(0));
    const field = await fieldOf(0);
    await user.type(field, 'My words');
    await user.keyboard('{Alt>}1{/Alt}');
    expect(store.getState().inbox.drafts['1/100']).toMatchObject({ scriptId: 11, replaced: 'My words' });
    fireEvent.change(field, { target: { value: 'My words' } });
    expect(store.getState().inbox.drafts['1/100']).toMatchObject({ text: 'My words', scriptId: null, replaced: null });
    expect(screen.queryByRole('button', { name: /Put my words back/ })).toBeNull();
  });
});

it('says that an admin removed the script that stands there, until its words are written on', async () => {
  let responses = thread(conversation(0)).responses;
  const { bridge, user, store } = openInbox({
    'conversations/read': ({ contactId }) => thread(conversation(contactId - 100), { responses }),
  });
  await user.click(await rowOf(0));
  const field = await fieldOf(0);
  await user.keyboard('{Alt>}1{/Alt}');
  expect(screen.queryByText(/An admin removed this script/)).toBeNull();
  responses = responses.slice(1);
  act(() => bridge.tell({ event: 'changed', room: 'actions' }));
  expect(await screen.findByText('An admin removed this script. The words stay as yours.')).toBeTruthy();
  expect(field.value).toBe('Thank you, Ana!');
  await user.keyboard(' Rosa');
  expect(screen.queryByText(/An admin removed this script/)).toBeNull();
  expect(store.getState().inbox.drafts['1/100']).toMatchObject({ text: 'Thank you, Ana! Rosa', scriptId: null });
});

describe('who cannot be written to any more', () => {
  it('is said to have opted out rather than done, and the words that were begun are there to be read', async () => {
    const { bridge, user } = await openOnHalf();
    await user.keyboard('{Escape}k');
    await fieldOf(0);
    rows = rows.map((row) => (row.contactId === 101 ? { ...row, needsAttention: false, optedOut: true } : row));
    act(() => bridge.tell({ event: 'changed', room: 'contacts' }));
    await waitFor(async () => expect((await rowOf(1)).textContent).toContain('Opted out'));
    expect((await rowOf(1)).textContent).not.toMatch(/Draft|Done/);
    await user.click(await rowOf(1));
    const field = await fieldOf(1);
    expect([field.value, field.readOnly]).toEqual(['Half an', true]);
  });

  it('is read, not answered, with Enter once the action has ended, and the row says so', async () => {
    const { bridge } = openInbox({
      'conversations/read': ({ contactId }) =>
        thread(conversation(contactId - 100), contactId === 100 ? { stop: 'actions/ended' } : {}),
    });
    await rowOf(0);
    rows = rows.slice(1);
    act(() => bridge.tell({ event: 'changed', room: 'actions' }));
    await waitFor(async () => expect((await rowOf(0)).textContent).toContain('Action ended'));
    const foot = screen.getByText(/Choose/).parentElement ?? document.body;
    expect(within(foot).getByText('Read')).toBeTruthy();
    expect(within(foot).queryByText('Answer')).toBeNull();
    expect(screen.queryByText(/Done/)).toBeNull();
  });
});

it('gives twenty people each their own words by keyboard alone, with an opt-out and a reply in between', async () => {
  rows = Array.from({ length: 20 }, (_none, n) => conversation(n));
  const { bridge, user } = openInbox();
  await rowOf(0);
  await user.keyboard('{Enter}');
  for (let n = 0; n < 20; n += 1) {
    const field = await fieldOf(n);
    await waitFor(() => expect(document.activeElement).toBe(field));
    // What the hands still type at speed is for nobody.
    if (n > 0) await user.keyboard('oops{Enter}');
    rested();
    if (n === 7) {
      await user.keyboard('{Control>}o{/Control}');
      await screen.findByRole('dialog');
      rested();
      await user.keyboard('{Control>}{Enter}{/Control}');
      continue;
    }
    if (n === 12) {
      rows = [conversation(40, { lastReplyId: 5_000 }), ...rows];
      act(() => bridge.tell({ event: 'changed', room: 'replies' }));
    }
    await user.keyboard(`For ${n}{Enter}`);
  }
  const late = await fieldOf(40);
  await waitFor(() => expect(document.activeElement).toBe(late));
  expect(sent.map(({ contactId, text }) => `${contactId} ${text}`)).toEqual(
    Array.from({ length: 20 }, (_none, n) => `${100 + n} For ${n}`).filter((_one, n) => n !== 7),
  );
});
