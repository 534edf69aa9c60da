import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Conversation, inboxPaceMs } from '../../renderer/features/inbox/api.ts';
import { InboxScreen } from '../../renderer/features/inbox/inbox-screen.tsx';
import { seenAfterMs } from '../../renderer/features/inbox/use-seen.ts';
import type { Given } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { conversation, thread } from './support/conversations.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage } from './support/page.tsx';

let rows: Conversation[];
let hasFocus: boolean;

beforeEach(() => {
  rows = [0, 1, 2].map((n) => conversation(n, { unread: true }));
  hasFocus = true;
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const change = (contactId: number, more: Partial<Conversation>): void => {
  rows = rows.map((row) => (row.contactId === contactId ? { ...row, ...more } : row));
};

/** An engine that answers as ours does. */
const answers: Answers = {
  'conversations/list': ({ filter }) => ({
    conversations: rows.filter(
      ({ needsAttention, unread }) => filter === 'all' || (filter === 'unread' ? unread : needsAttention),
    ),
    next: null,
  }),
  'conversations/read': ({ contactId }) => {
    const row = rows.find((one) => one.contactId === contactId);
    return row === undefined ? { error: appError('conversations/not-found') } : thread(row);
  },
  'conversations/mark-read': ({ contactId, replyId }) => {
    if (rows.some((row) => row.contactId === contactId && row.lastReplyId <= replyId))
      change(contactId, { unread: false });
    return {};
  },
  'conversations/send': ({ contactId }) => {
    change(contactId, { needsAttention: false });
    return { messageId: 51, segments: 1, wait: null };
  },
  'actions/read': () => ({ error: appError('actions/not-found') }),
};

const openInbox = () => openPage(<InboxScreen place={{ screen: 'inbox' }} />, { answers });
const rowOf = (n: number) => screen.findByRole('button', { name: new RegExp(`Reyes ${n}\\b`) });
const isUnread = async (n: number) => /Unread/.test((await rowOf(n)).textContent ?? '');
const rowNames = () =>
  within(screen.getByRole('list', { name: 'Conversations' }))
    .getAllByRole('button')
    .map(({ textContent }) => /Reyes \d+/.exec(textContent ?? '')?.[0]);
const seen = ({ bridge }: ReturnType<typeof openInbox>): number[] =>
  (bridge.askedFor('conversations/mark-read') as Given<'conversations/mark-read'>[]).map(({ contactId }) => contactId);
const aMoment = () => act(async () => void (await vi.advanceTimersByTimeAsync(seenAfterMs)));

describe('a conversation that is opened', () => {
  it('is read once it was in sight for a moment, up to the reply that was shown', async () => {
    const page = openInbox();
    expect(await isUnread(0)).toBe(true);
    expect(seen(page)).toEqual([]);
    await aMoment();
    expect(page.bridge.askedFor('conversations/mark-read')).toEqual([{ actionId: 1, contactId: 100, replyId: 1_000 }]);
    await waitFor(async () => expect(await isUnread(0)).toBe(false));
    expect(await isUnread(1)).toBe(true);
  });

  it('is not while the cursor runs over the list', async () => {
    const page = openInbox();
    await rowOf(0);
    await page.user.keyboard('jj');
    await screen.findByRole('textbox', { name: /Reyes 2/ });
    await aMoment();
    expect(seen(page)).toEqual([102]);
  });

  it('is not while nobody looks at the window, and is when somebody does again', async () => {
    hasFocus = false;
    const page = openInbox();
    await rowOf(0);
    await aMoment();
    expect(seen(page)).toEqual([]);
    hasFocus = true;
    fireEvent.focus(window);
    await aMoment();
    expect(seen(page)).toEqual([100]);
  });

  it('is not while the page is hidden', async () => {
    const page = openInbox();
    await rowOf(0);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    fireEvent(document, new Event('visibilitychange'));
    await aMoment();
    expect(seen(page)).toEqual([]);
    visibility.mockReturnValue('visible');
    fireEvent(document, new Event('visibilitychange'));
    await aMoment();
    expect(seen(page)).toEqual([100]);
  });

  it('is not while the list covers it in a narrow window, until one goes to it', async () => {
    const wide = window.matchMedia;
    window.matchMedia = (media) => ({ ...wide(media), matches: true });
    const page = openInbox();
    await rowOf(0);
    await aMoment();
    expect(seen(page)).toEqual([]);
    await page.user.keyboard('{Enter}');
    await aMoment();
    expect(seen(page)).toEqual([100]);
    window.matchMedia = wide;
  });

  it('is read by whoever answers it, however fast, and keeps its place', async () => {
    const page = openInbox();
    await page.user.click(await rowOf(0));
    await screen.findByRole('textbox', { name: /Reyes 0/ });
    await page.user.keyboard('1{Enter}');
    await screen.findByRole('textbox', { name: /Reyes 1/ });
    await waitFor(() => expect(seen(page)).toEqual([100]));
    await waitFor(async () => expect(await isUnread(0)).toBe(false));
    expect(rowNames()).toEqual(['Reyes 0', 'Reyes 1', 'Reyes 2']);
  });

  it('is read at once when the contact writes again while it is looked at, and else when one comes back', async () => {
    const page = openInbox();
    await rowOf(0);
    await aMoment();
    await aMoment();
    const hears = (lastReplyId: number) => {
      change(100, { unread: true, lastReplyId, lastReply: `Reply ${lastReplyId}` });
      act(() => page.bridge.tell({ event: 'changed', room: 'replies' }));
    };
    hears(2_000);
    await within(screen.getByRole('log')).findByText('Reply 2000');
    await waitFor(() => expect(seen(page)).toEqual([100, 100]), { timeout: 300 });
    hasFocus = false;
    fireEvent.blur(window);
    hears(3_000);
    await within(screen.getByRole('log')).findByText('Reply 3000', undefined, { timeout: 2 * inboxPaceMs });
    expect(seen(page)).toHaveLength(2);
    hasFocus = true;
    fireEvent.focus(window);
    await waitFor(() => expect(seen(page)).toHaveLength(3), { timeout: 300 });
  });

  it('is asked about again when the engine could not be told', async () => {
    const page = openInbox();
    page.bridge.answer({ 'conversations/mark-read': () => ({ error: appError('internal/bug') }) });
    await rowOf(0);
    await aMoment();
    expect(seen(page)).toEqual([100]);
    expect(await isUnread(0)).toBe(true);
    page.bridge.answer(answers);
    fireEvent.blur(window);
    hasFocus = false;
    fireEvent.blur(window);
    hasFocus = true;
    fireEvent.focus(window);
    await waitFor(async () => expect(await isUnread(0)).toBe(false));
  });
});

describe('the unread', () => {
  it('are a choice of their own, which A comes to', async () => {
    const page = openInbox();
    await rowOf(0);
    const chosen = () => screen.getByRole<HTMLInputElement>('radio', { checked: true }).value;
    for (const value of ['unread', 'all', 'needs-attention', 'unread']) {
      await page.user.keyboard('a');
      await waitFor(() => expect(chosen()).toBe(value));
    }
    expect(page.bridge.askedFor('conversations/list')).toContainEqual({ filter: 'unread', before: null, limit: 100 });
  });

  it('stay where they are when they are read, lose their mark, and leave when the list is put in order', async () => {
    const page = openInbox();
    await page.user.click(await screen.findByRole('radio', { name: /^Unread/ }));
    await rowOf(0);
    await aMoment();
    await waitFor(async () => expect(await isUnread(0)).toBe(false));
    expect(rowNames()).toEqual(['Reyes 0', 'Reyes 1', 'Reyes 2']);
    expect((await rowOf(0)).textContent).toContain('Needs an answer');
    rows = [conversation(7, { lastReplyId: 2_000, unread: true }), ...rows];
    act(() => page.bridge.tell({ event: 'changed', room: 'replies' }));
    await screen.findByText('1 new reply', undefined, { timeout: 2 * inboxPaceMs });
    await page.user.keyboard('n');
    await waitFor(() => expect(rowNames()).toEqual(['Reyes 7', 'Reyes 1', 'Reyes 2']));
  });

  it('are gone once they were read and one comes back to them', async () => {
    const page = openInbox();
    await page.user.click(await screen.findByRole('radio', { name: /^Unread/ }));
    await rowOf(0);
    await aMoment();
    await page.user.keyboard('aaa');
    await waitFor(() => expect(rowNames()).toEqual(['Reyes 1', 'Reyes 2']));
  });

  it('are also those that somebody else has answered, and the next of them opens after an answer', async () => {
    rows = [conversation(0, { unread: true }), conversation(1, { unread: true, needsAttention: false })];
    const page = openInbox();
    await page.user.click(await screen.findByRole('radio', { name: /^Unread/ }));
    await page.user.click(await rowOf(0));
    await screen.findByRole('textbox', { name: /Reyes 0/ });
    await page.user.keyboard('1{Enter}');
    expect(await screen.findByRole('textbox', { name: /Reyes 1/ })).toBeTruthy();
  });

  it('are none: it says so, and leads to all', async () => {
    rows = [conversation(0)];
    const page = openInbox();
    await page.user.click(await screen.findByRole('radio', { name: /^Unread/ }));
    expect(await screen.findByRole('heading', { name: 'Nothing is unread' })).toBeTruthy();
    await page.user.click(screen.getByRole('button', { name: 'Show all conversations' }));
    expect(await rowOf(0)).toBeTruthy();
  });
});
