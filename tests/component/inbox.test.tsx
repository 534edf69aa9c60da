import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Place } from '../../renderer/app/place-slice.ts';
import { signedIn, signedOut } from '../../renderer/bridge/session-slice.ts';
import { type Conversation, inboxPaceMs } from '../../renderer/features/inbox/api.ts';
import { InboxScreen } from '../../renderer/features/inbox/inbox-screen.tsx';
import { drafted, openedToAnswer } from '../../renderer/features/inbox/inbox-slice.ts';
import { enterRestsMs } from '../../renderer/verbs/registry.ts';
import type { Given } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { outboxAtRest } from '../support/outbox-at-rest.ts';
import { conversation, heard, said, thread } from './support/conversations.ts';
import type { Answers } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage, rosa } from './support/page.tsx';

type InboxPlace = Extract<Place, { screen: 'inbox' }>;

let rows: Conversation[];
let sent: Given<'conversations/send'>[];

beforeEach(() => {
  rows = [conversation(0), conversation(1), conversation(2)];
  sent = [];
});

/** An engine that answers as ours does: who was answered is not on the list of those that wait. */
const answers: Answers = {
  'conversations/list': ({ filter }) => ({
    conversations: rows.filter(({ needsAttention }) => filter === 'all' || needsAttention),
    next: null,
  }),
  'conversations/read': ({ contactId }) => {
    const row = rows.find((one) => one.contactId === contactId);
    return row === undefined ? { error: appError('conversations/not-found') } : thread(row);
  },
  'conversations/send': (input) => {
    sent.push(input);
    rows = rows.map((row) => (row.contactId === input.contactId ? { ...row, needsAttention: false } : row));
    return { messageId: 50 + sent.length, segments: 1, wait: null };
  },
  'actions/read': () => ({ error: appError('actions/not-found') }),
};

function openInbox({ more = {}, place = { screen: 'inbox' } }: { more?: Answers; place?: InboxPlace } = {}) {
  return openPage(<InboxScreen place={place} />, { answers: { ...answers, ...more } });
}

const rowOf = (n: number) => screen.findByRole('button', { name: new RegExp(`Reyes ${n}\\b`) });
/** The hands have rested since the next conversation came up by itself. */
const handRested = () => new Promise((resolve) => setTimeout(resolve, enterRestsMs));
const composerOf = (name: RegExp) => screen.findByRole('textbox', { name });
const rowNames = () =>
  within(screen.getByRole('list', { name: 'Conversations' }))
    .getAllByRole('button')
    .map(({ textContent }) => /Reyes \d+/.exec(textContent ?? '')?.[0]);

describe('the list', () => {
  it('shows the first conversation at once, without taking the focus into its composer', async () => {
    openInbox();
    const composer = await composerOf(/Answer to Ana Reyes 0/);
    expect(composer).not.toBe(document.activeElement);
    expect((await rowOf(0)).getAttribute('aria-current')).toBe('true');
  });

  it('announces a new reply and moves nothing until it is asked to, with N', async () => {
    const { bridge, user } = openInbox();
    await rowOf(2);
    rows = [conversation(7, { lastReplyId: 2_000 }), ...rows];
    act(() => bridge.tell({ event: 'changed', room: 'replies' }));
    expect(await screen.findByText('1 new reply')).toBeTruthy();
    expect(rowNames()).toEqual(['Reyes 0', 'Reyes 1', 'Reyes 2']);
    await user.keyboard('n');
    await waitFor(() => expect(rowNames()).toEqual(['Reyes 7', 'Reyes 0', 'Reyes 1', 'Reyes 2']));
    expect(screen.queryByText('1 new reply')).toBeNull();
    await waitFor(async () => expect(document.activeElement).toBe(await rowOf(7)));
    expect((await rowOf(7)).getAttribute('aria-current')).toBe('true');
  });

  it('shows new replies in the middle of an answer, too, which goes on', async () => {
    const { bridge, user } = openInbox();
    await user.click(await composerOf(/Ana Reyes 0/));
    await user.keyboard('Not');
    rows = [conversation(7, { lastReplyId: 2_000 }), ...rows];
    act(() => bridge.tell({ event: 'changed', room: 'replies' }));
    await screen.findByText('1 new reply');
    await user.keyboard('{Control>}n{/Control}');
    await waitFor(() => expect(rowNames()).toEqual(['Reyes 7', 'Reyes 0', 'Reyes 1', 'Reyes 2']));
    // Whoever writes stays where they write.
    await user.keyboard(' yet');
    expect(document.activeElement).toBe(await composerOf(/Ana Reyes 0/));
    expect(((await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement).value).toBe('Not yet');
  });

  it('shows the new words of a conversation where it stands, and counts them as new', async () => {
    const { bridge } = openInbox();
    await rowOf(2);
    const again = conversation(2, { lastReplyId: 2_000, lastReply: 'One more thing' });
    rows = [again, conversation(0), conversation(1)];
    act(() => bridge.tell({ event: 'changed', room: 'replies' }));
    expect(await screen.findByText('1 new reply')).toBeTruthy();
    expect(rowNames()).toEqual(['Reyes 0', 'Reyes 1', 'Reyes 2']);
    expect((await rowOf(2)).textContent).toContain('One more thing');
  });

  it('keeps a conversation in its place that was answered elsewhere', async () => {
    const { bridge } = openInbox();
    expect((await rowOf(1)).textContent).not.toContain('Done');
    rows = [conversation(0), conversation(1, { needsAttention: false }), conversation(2)];
    act(() => bridge.tell({ event: 'changed', room: 'conversations' }));
    await waitFor(async () => expect((await rowOf(1)).textContent).toContain('Done'));
    expect(rowNames()).toEqual(['Reyes 0', 'Reyes 1', 'Reyes 2']);
  });

  it('puts itself in order with N when a conversation that was answered stands above where it belongs', async () => {
    const { bridge, user } = openInbox();
    await rowOf(2);
    rows = [conversation(2, { lastReplyId: 2_000, lastReplyAt: Date.UTC(2026, 10, 20, 18) }), rows[0], rows[1]].filter(
      (row) => row !== undefined,
    );
    act(() => bridge.tell({ event: 'changed', room: 'replies' }));
    await screen.findByText('1 new reply');
    rows = rows.filter(({ contactId }) => contactId !== 102);
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, inboxPaceMs));
      bridge.tell({ event: 'changed', room: 'conversations' });
    });
    expect(await screen.findByText('Rows stay where they were')).toBeTruthy();
    expect(rowNames()).toEqual(['Reyes 0', 'Reyes 1', 'Reyes 2']);
    await user.keyboard('jn');
    await screen.findByText('Newest reply first');
    expect(rowNames()).toEqual(['Reyes 0', 'Reyes 1']);
    expect((await rowOf(1)).getAttribute('aria-current')).toBe('true');
  });

  it('says of a conversation that somebody has begun to answer and that it needs an answer, both', async () => {
    const { store, user } = openInbox();
    await user.click(await screen.findByRole('radio', { name: /^All/ }));
    const draft = { text: 'Half', scriptId: null, replaced: null, writtenAt: 0, intentId: 'one' };
    act(() => void store.dispatch(drafted({ key: '1/101', draft })));
    expect((await rowOf(1)).textContent).toMatch(/Draft.*Needs an answer/);
    expect((await rowOf(0)).textContent).not.toContain('Draft');
  });

  it('says calmly who has opted out, rather than anything else of them', async () => {
    rows = [conversation(0, { optedOut: true, needsAttention: false }), conversation(1)];
    const { user } = openInbox();
    await user.click(await screen.findByRole('radio', { name: 'All' }));
    expect((await rowOf(0)).textContent).toContain('Opted out');
    expect((await rowOf(1)).textContent).not.toContain('Opted out');
  });

  it('is not read again with every piece of news, and its older pages not at all', async () => {
    const old = Array.from({ length: 300 }, (_none, n) => conversation(n));
    const { bridge } = openInbox({
      more: {
        'conversations/list': ({ before }) => {
          const from = before === null ? 0 : old.findIndex(({ lastReplyId }) => lastReplyId === before) + 1;
          const page = old.slice(from, from + 100);
          return { conversations: page, next: page.at(-1)?.lastReplyId ?? null };
        },
      },
    });
    await rowOf(0);
    const scroller = screen.getByRole('list', { name: 'Conversations' }).parentElement;
    if (scroller === null) throw new Error('a list outside of everything');
    scroller.scrollTop = 90 * 60;
    fireEvent.scroll(scroller);
    await waitFor(() => expect(bridge.askedFor('conversations/list')).toHaveLength(2));
    scroller.scrollTop = 0;
    fireEvent.scroll(scroller);
    await rowOf(0);
    await new Promise((resolve) => setTimeout(resolve, inboxPaceMs));
    const before = bridge.asked.length;
    for (let news = 0; news < 30; news += 1) act(() => bridge.tell({ event: 'changed', room: 'conversations' }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const asked = bridge.asked.slice(before);
    expect(asked.filter(({ name }) => name === 'conversations/list')).toHaveLength(1);
    expect(asked.filter(({ name }) => name === 'conversations/read')).toHaveLength(1);
  });

  it('takes in the first replies at once where nothing can be moved', async () => {
    rows = [];
    const { bridge } = openInbox();
    expect(await screen.findByRole('heading', { name: 'No reply needs an answer' })).toBeTruthy();
    rows = [conversation(0)];
    act(() => bridge.tell({ event: 'changed', room: 'replies' }));
    expect(await rowOf(0)).toBeTruthy();
  });

  it('moves its cursor with J and K, and opens to answer with Enter', async () => {
    const { user } = openInbox();
    await rowOf(0);
    await user.keyboard('jj');
    expect((await rowOf(2)).getAttribute('aria-current')).toBe('true');
    await user.keyboard('k{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await composerOf(/Ben Reyes 1/)));
  });

  it('goes to the last conversation with End, and to the first with Home', async () => {
    const { user } = openInbox();
    await rowOf(0);
    await user.keyboard('{End}');
    expect((await rowOf(2)).getAttribute('aria-current')).toBe('true');
    await user.keyboard('{Home}');
    expect((await rowOf(0)).getAttribute('aria-current')).toBe('true');
  });

  it('asks for all conversations where that is chosen, and says when there are none', async () => {
    rows = [];
    const { bridge, user } = openInbox();
    await user.click(await screen.findByRole('radio', { name: 'All' }));
    expect(await screen.findByRole('heading', { name: 'No replies yet' })).toBeTruthy();
    expect(bridge.askedFor('conversations/list')).toContainEqual({ filter: 'all', before: null, limit: 100 });
  });

  it('fetches older pages while one scrolls, and draws only what can be seen', async () => {
    const old = Array.from({ length: 300 }, (_none, n) => conversation(n));
    const { bridge } = openInbox({
      more: {
        'conversations/list': ({ before }) => {
          const from = before === null ? 0 : old.findIndex(({ lastReplyId }) => lastReplyId === before) + 1;
          const page = old.slice(from, from + 100);
          return { conversations: page, next: page.at(-1)?.lastReplyId ?? null };
        },
      },
    });
    await rowOf(0);
    expect(rowNames().length).toBeLessThan(40);
    expect(bridge.askedFor('conversations/list')).toHaveLength(1);
    const scroller = screen.getByRole('list', { name: 'Conversations' }).parentElement;
    if (scroller === null) throw new Error('a list outside of everything');
    scroller.scrollTop = 90 * 60;
    fireEvent.scroll(scroller);
    await waitFor(() => expect(bridge.askedFor('conversations/list')).toHaveLength(2));
    expect(await rowOf(95)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /Reyes 3\b/ })).toBeNull());
  });

  it('tells why it cannot be shown, and tries again', async () => {
    const error = appError('internal/bug');
    const { bridge, user } = openInbox({ more: { 'conversations/list': () => ({ error }) } });
    expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
    bridge.answer({ 'conversations/list': { conversations: rows, next: null } });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf(0)).toBeTruthy();
  });
});

describe('answering', () => {
  it('sends with Enter, and the next that needs attention stands there with the focus in its composer', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await composerOf(/Ana Reyes 0/), 'See you there{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await composerOf(/Ben Reyes 1/)));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ actionId: 1, contactId: 100, text: 'See you there', scriptId: null });
    expect(await screen.findByText('Sent to Ana Reyes 0')).toBeTruthy();
    expect(rowNames()).toEqual(['Reyes 0', 'Reyes 1', 'Reyes 2']);
  });

  it('tells of an answer until the next act', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await composerOf(/Ana Reyes 0/), 'See you there{Enter}');
    await screen.findByText(/^Sent to/);
    const next = await composerOf(/Ben Reyes 1/);
    await handRested();
    await user.type(next, 'H');
    expect(screen.queryByText(/^Sent to/)).toBeNull();
  });

  it('tells of an answer until another conversation is opened by hand', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await composerOf(/Ana Reyes 0/), 'See you there{Enter}');
    await screen.findByText(/^Sent to/);
    await user.click(await rowOf(2));
    expect(screen.queryByText(/^Sent to/)).toBeNull();
  });

  it('answers with a script by Alt and its number, and says so to the engine', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await composerOf(/Ana Reyes 0/);
    await user.keyboard('{Alt>}2{/Alt}{Enter}');
    await waitFor(() => expect(sent[0]).toMatchObject({ text: 'It is at the harbor gate, Ana.', scriptId: 12 }));
  });

  it('takes a script by its number alone where nobody types, and goes on in the field', async () => {
    const { user } = openInbox();
    const composer = (await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement;
    await user.keyboard('1');
    expect(composer.value).toBe('Thank you, Ana!');
    expect(document.activeElement).toBe(composer);
  });

  it('lets an answer begin with a digit', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    const composer = (await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement;
    await user.keyboard('2 pm');
    expect(composer.value).toBe('2 pm');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent[0]).toMatchObject({ text: '2 pm', scriptId: null }));
  });

  it('gives back own words that a script took the place of', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    const composer = (await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement;
    await user.type(composer, 'Half a thought');
    await user.click(screen.getByRole('button', { name: 'Thanks' }));
    expect(composer.value).toBe('Thank you, Ana!');
    await user.click(screen.getByRole('button', { name: 'Put my words back' }));
    expect(composer.value).toBe('Half a thought');
  });

  it('gives back a script with own words added, with Alt and 0, and what those took the place of with the same', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    const composer = (await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement;
    await user.keyboard('{Alt>}1{/Alt} Two pm?{Alt>}2{/Alt}');
    expect(composer.value).toBe('It is at the harbor gate, Ana.');
    await user.keyboard('{Alt>}0{/Alt}');
    expect(composer.value).toBe('Thank you, Ana! Two pm?');
    expect(screen.queryByRole('button', { name: 'Put my words back' })).toBeNull();
    await user.keyboard('{Alt>}1{/Alt}');
    expect(screen.getByRole('button', { name: 'Put my words back' })).toBeTruthy();
    await user.keyboard(' Three pm?{Alt>}0{/Alt}');
    expect(composer.value).toBe('Thank you, Ana! Two pm?');
    await user.keyboard('{Alt>}0{/Alt}');
    expect(composer.value).toBe('Thank you, Ana! Three pm?');
  });

  it('says in the field whom one writes to', async () => {
    openInbox();
    expect(((await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement).placeholder).toBe('Write to Ana');
  });

  it('says of too long a text why it cannot be sent, before it is', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    fireEvent.change(await composerOf(/Ana Reyes 0/), { target: { value: 'a'.repeat(5_000) } });
    expect(await screen.findByText(/5,000 characters long, and the carrier takes at most 1,600/)).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Send' }) as HTMLButtonElement).disabled).toBe(true);
    await user.keyboard('{Enter}{Control>}{Enter}{/Control}');
    expect(sent).toEqual([]);
  });

  it('leaves it to the words which way they are written', async () => {
    openInbox();
    const composer = await composerOf(/Ana Reyes 0/);
    expect(composer.getAttribute('dir')).toBe('auto');
    for (const words of screen.getAllByText('Yes, number 0')) expect(words.getAttribute('dir')).toBe('auto');
  });

  it('breaks the line with Shift and Enter', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    const composer = (await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement;
    await user.keyboard('One{Shift>}{Enter}{/Shift}Two');
    expect(composer.value).toBe('One\nTwo');
    expect(sent).toEqual([]);
  });

  it('sends nothing twice while the key is held', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await composerOf(/Ana Reyes 0/);
    await user.keyboard('{Alt>}1{/Alt}{Enter>20/}');
    await composerOf(/Ben Reyes 1/);
    expect(sent).toHaveLength(1);
  });

  it('keeps the words of a refused answer, says why, and tries again as the same act', async () => {
    const error = appError('actions/paused');
    const { bridge, user } = openInbox({ more: { 'conversations/send': () => ({ error }) } });
    await user.click(await rowOf(0));
    const composer = (await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement;
    await user.type(composer, 'See you there{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
    expect(composer.value).toBe('See you there');
    expect(document.activeElement).toBe(composer);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(bridge.askedFor('conversations/send')).toHaveLength(2));
    const [first, second] = bridge.askedFor('conversations/send') as Given<'conversations/send'>[];
    expect(second?.intentId).toBe(first?.intentId);
  });

  it('gives other words another act', async () => {
    const error = appError('actions/paused');
    const { bridge, user } = openInbox({ more: { 'conversations/send': () => ({ error }) } });
    await user.click(await rowOf(0));
    await user.type(await composerOf(/Ana Reyes 0/), 'See you{Enter}');
    await screen.findByRole('alert');
    await user.keyboard(' there{Enter}');
    await waitFor(() => expect(bridge.askedFor('conversations/send')).toHaveLength(2));
    const [first, second] = bridge.askedFor('conversations/send') as Given<'conversations/send'>[];
    expect(second?.intentId).not.toBe(first?.intentId);
  });

  it('keeps unsent words for each conversation while one goes elsewhere, and for nobody else', async () => {
    const { store, user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await composerOf(/Ana Reyes 0/), 'Half a thought');
    await user.click(await rowOf(1));
    expect(((await composerOf(/Ben Reyes 1/)) as HTMLTextAreaElement).value).toBe('');
    expect((await rowOf(0)).textContent).toContain('Draft');
    await user.click(await rowOf(0));
    expect(((await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement).value).toBe('Half a thought');
    act(() => void store.dispatch(signedOut()));
    expect(store.getState().inbox.drafts).toEqual({});
  });

  it('tells whoever comes next at the window nothing of an answer of somebody before, and takes no words of theirs', async () => {
    const late = lateAnswer<{ messageId: number; segments: number; wait: null }>();
    const { store, user } = openInbox({ more: { 'conversations/send': () => late.promise } });
    await user.click(await rowOf(0));
    await user.type(await composerOf(/Ana Reyes 0/), 'See you{Enter}');
    await waitFor(() => expect(store.getState().inbox.answering).toEqual(['1/100']));
    act(() => {
      store.dispatch(signedOut());
      store.dispatch(signedIn({ token: 'next', person: { ...rosa, userId: 2 } }));
      const draft = { text: 'Mine', scriptId: null, replaced: null, writtenAt: 0, intentId: 'next' };
      store.dispatch(drafted({ key: '1/100', draft }));
    });
    await act(async () => late.resolve({ messageId: 51, segments: 1, wait: null }));
    expect(store.getState().inbox).toMatchObject({ told: null, drafts: { '1/100': { text: 'Mine' } } });
  });

  it('says when all is answered', async () => {
    rows = [conversation(0)];
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await composerOf(/Ana Reyes 0/);
    await user.keyboard('{Alt>}1{/Alt}{Enter}');
    expect(await screen.findByRole('heading', { name: 'All answered' })).toBeTruthy();
  });

  it('tells what an answer waits for', async () => {
    const { user } = openInbox({
      more: { 'conversations/send': { messageId: 51, segments: 1, wait: 'hours' } },
    });
    await user.click(await rowOf(0));
    await composerOf(/Ana Reyes 0/);
    await user.keyboard('{Alt>}1{/Alt}{Enter}');
    expect(await screen.findByText(/is kept here and waits: it is outside texting hours/)).toBeTruthy();
  });
});

describe('the conversation', () => {
  it('tells of each of our texts what became of it, and why it failed', async () => {
    const row = conversation(0);
    const texts = [
      said(1, 'First', { status: 'sent' }),
      said(2, 'Second', { status: 'undelivered', errorCode: 30003 }),
      said(3, 'Third', { status: 'failed', errorCode: 39999 }),
      said(4, 'Fourth', { state: 'blocked', status: null }),
    ];
    openInbox({ more: { 'conversations/read': thread(row, { thread: texts }) } });
    const log = within(await screen.findByRole('log'));
    expect(log.getByText('Sent')).toBeTruthy();
    expect(log.getByText('Not delivered: the phone was off or out of reach')).toBeTruthy();
    expect(log.getByText('Not delivered: carrier code 39999')).toBeTruthy();
    expect(log.getByText('Stopped by a safeguard')).toBeTruthy();
  });

  it('tells what holds up a text that waits', async () => {
    const heldBy = appError('carrier/busy');
    openInbox({
      more: {
        'conversations/read': thread(conversation(0), {
          thread: [said(1, 'First', { state: 'queued', status: null })],
        }),
        'outbox/read-status': { ...outboxAtRest, queued: 1, heldBy },
      },
    });
    expect(await screen.findByText(`Waits: ${sentenceOf(heldBy, 'en')}`)).toBeTruthy();
  });

  it('shows the latest of a long conversation, and earlier texts when asked', async () => {
    const texts = Array.from({ length: 120 }, (_none, n) => heard(n + 1, `Text number ${n}.`));
    const { user } = openInbox({ more: { 'conversations/read': thread(conversation(0), { thread: texts }) } });
    expect(await screen.findByText('Text number 119.')).toBeTruthy();
    expect(screen.queryByText('Text number 60.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show earlier texts' }));
    expect(screen.getByText('Text number 60.')).toBeTruthy();
  });

  it('loads nothing that a contact sends: links and pictures stay letters', async () => {
    const words = '<img src="http://127.0.0.1/cat.png"> http://127.0.0.1/cat.png';
    openInbox({ more: { 'conversations/read': thread(conversation(0), { thread: [heard(1, words)] }) } });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(document.querySelector('img, a[href]')).toBeNull();
  });

  it('says at its top that the contact has opted out, and offers no composer', async () => {
    openInbox({ more: { 'conversations/read': thread(conversation(0), { optedOut: true }) } });
    expect(await screen.findByText(/Nobody in this campaign can text this contact again/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Opt out' })).toBeNull();
  });

  it('keeps the field under the hands when the contact opts out meanwhile, and sends nothing', async () => {
    const { bridge, user } = openInbox();
    await user.click(await composerOf(/Ana Reyes 0/));
    await user.keyboard('Half a');
    bridge.answer({ 'conversations/read': thread(conversation(0), { optedOut: true }) });
    act(() => bridge.tell({ event: 'changed', room: 'contacts' }));
    await screen.findByText(/Nobody in this campaign can text this contact again/);
    expect(await composerOf(/Ana Reyes 0/)).toBe(document.activeElement);
    await user.keyboard('jak{Enter}');
    expect((await rowOf(0)).getAttribute('aria-current')).toBe('true');
    expect(((await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement).value).toBe('Half a');
    expect(sent).toEqual([]);
  });

  it('says that its action is paused before anybody writes, keeps what is written, and sends it once it is resumed', async () => {
    const paused = thread(conversation(0), { stop: 'actions/paused' });
    const { bridge, user } = openInbox({ more: { 'conversations/read': paused } });
    const field = await composerOf(/Ana Reyes 0/);
    const why = new RegExp(sentenceOf(appError('actions/paused'), 'en'));
    const describedBy = field.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(describedBy)?.textContent).toMatch(why);
    await user.click(field);
    await user.keyboard('See you{Enter}');
    expect((field as HTMLTextAreaElement).value).toBe('See you');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
    bridge.answer({ 'conversations/read': thread(conversation(0)) });
    act(() => bridge.tell({ event: 'changed', room: 'actions' }));
    await waitFor(() => expect(screen.queryByText(why)).toBeNull());
    expect(document.activeElement).toBe(field);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent).toMatchObject([{ text: 'See you' }]));
  });

  it.each(['actions/ended', 'outbox/blocked-phone', 'outbox/unreachable-phone'] as const)(
    'offers no composer where nobody can write any more, and says why: %s',
    async (stop) => {
      openInbox({ more: { 'conversations/read': thread(conversation(0), { stop }) } });
      expect(await screen.findByText(sentenceOf(appError(stop), 'en'))).toBeTruthy();
      expect(screen.queryByRole('textbox')).toBeNull();
    },
  );

  it('shows what was written before its action ended, to be read', async () => {
    const { bridge, user } = openInbox();
    await user.click(await composerOf(/Ana Reyes 0/));
    await user.keyboard('Half a');
    bridge.answer({
      'conversations/read': (input) => thread(conversation(input.contactId - 100), { stop: 'actions/ended' }),
    });
    act(() => bridge.tell({ event: 'changed', room: 'actions' }));
    await screen.findByText(sentenceOf(appError('actions/ended'), 'en'));
    await user.click(await rowOf(1));
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    await user.click(await rowOf(0));
    const field = (await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement;
    expect([field.value, field.readOnly]).toEqual(['Half a', true]);
  });

  it('says before anybody writes what holds up every text until somebody sets it right', async () => {
    const heldBy = appError('outbox/sending-refused', { code: 30_034 });
    const { user } = openInbox({ more: { 'outbox/read-status': { ...outboxAtRest, heldBy } } });
    expect(await screen.findByText(sentenceOf(heldBy, 'en'))).toBeTruthy();
    await user.click(await composerOf(/Ana Reyes 0/));
    await user.keyboard('See you{Enter}');
    await waitFor(() => expect(sent).toMatchObject([{ text: 'See you' }]));
  });

  it('is scrolled with the arrows, which leave the cursor of the list where it is', async () => {
    const { user } = openInbox();
    await rowOf(2);
    (await screen.findByRole('log')).focus();
    await user.keyboard('{ArrowDown}');
    expect((await rowOf(0)).getAttribute('aria-current')).toBe('true');
  });

  it('points at words that may ask to hear no more', async () => {
    const texts = [heard(1, 'please no more of this', { mayWantOut: true })];
    openInbox({ more: { 'conversations/read': thread(conversation(0), { thread: texts }) } });
    expect(await screen.findByText(/may be asking to hear no more/)).toBeTruthy();
  });

  it('says of one that is not there any more that it is not', async () => {
    const place = { screen: 'inbox', actionId: 1, contactId: 999 } as const;
    openInbox({ place });
    const told = sentenceOf(appError('conversations/not-found'), 'en');
    expect((await screen.findByRole('alert')).textContent).toContain(told);
  });

  it('is opened by a place that names it, to be answered', async () => {
    openInbox({ place: { screen: 'inbox', actionId: 1, contactId: 102 } });
    await waitFor(async () => expect(document.activeElement).toBe(await composerOf(/Chloë Reyes 2/)));
  });
});

describe('the next conversation', () => {
  it('takes nothing of what the hands still type to the person before, and then what is typed', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await composerOf(/Ana Reyes 0/), 'See you there{Enter}');
    const next = (await composerOf(/Ben Reyes 1/)) as HTMLTextAreaElement;
    // However slow the machine, all of it is typed at once.
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    await user.keyboard('I mean here{Enter}');
    now.mockRestore();
    expect(next.value).toBe('');
    expect(screen.getByText('Sent to Ana Reyes 0')).toBeTruthy();
    await handRested();
    await user.keyboard('Hello');
    expect(next.value).toBe('Hello');
    expect(sent).toHaveLength(1);
  });

  it('takes a script at once, and sends it', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await composerOf(/Ana Reyes 0/), 'See you there{Enter}');
    await composerOf(/Ben Reyes 1/);
    await user.keyboard('{Alt>}1{/Alt}{Enter}');
    await waitFor(() => expect(sent[1]).toMatchObject({ text: 'Thank you, Ben!' }));
  });

  it('is there at once, so that what is typed after Alt and the arrow is written to it', async () => {
    const { bridge, user } = openInbox();
    await user.click(await rowOf(0));
    await composerOf(/Ana Reyes 0/);
    await waitFor(() => expect(bridge.askedFor('conversations/read')).toContainEqual({ actionId: 1, contactId: 101 }));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}oaj');
    expect(((await composerOf(/Ben Reyes 1/)) as HTMLTextAreaElement).value).toBe('oaj');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('opting out by hand', () => {
  it('is begun by a key while one writes, and the words are there when one thinks better of it', async () => {
    const { user } = openInbox();
    await user.click(await rowOf(0));
    await user.type(await composerOf(/Ana Reyes 0/), 'Half a');
    await user.keyboard('{Control>}o{/Control}');
    await screen.findByRole('dialog', { name: 'Opt Ana Reyes 0 out?' });
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(document.activeElement).toBe(await composerOf(/Ana Reyes 0/)));
    expect(((await composerOf(/Ana Reyes 0/)) as HTMLTextAreaElement).value).toBe('Half a');
  });

  it('leaves every row where it is and says of this one that it is opted out', async () => {
    const { user } = openInbox({ more: { 'contacts/opt-out': { alreadyOptedOut: false } } });
    await composerOf(/Ana Reyes 0/);
    await user.keyboard('o');
    const dialog = within(await screen.findByRole('dialog'));
    rows = [conversation(1), conversation(2)];
    await user.click(dialog.getByRole('button', { name: 'Opt out for ever' }));
    await composerOf(/Ben Reyes 1/);
    expect(rowNames()).toEqual(['Reyes 0', 'Reyes 1', 'Reyes 2']);
    expect((await rowOf(0)).textContent).toContain('Opted out');
    expect(screen.getByText('Ana Reyes 0 is opted out.').closest('[role="status"]')).toBeTruthy();
  });

  it('leaves whoever has gone to another conversation where they are', async () => {
    const late = lateAnswer<{ alreadyOptedOut: boolean }>();
    const { store, user } = openInbox({ more: { 'contacts/opt-out': () => late.promise } });
    await composerOf(/Ana Reyes 0/);
    await user.keyboard('o');
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Opt out for ever' }));
    act(() => void store.dispatch(openedToAnswer({ actionId: 1, contactId: 102 })));
    await composerOf(/Reyes 2/);
    await act(async () => late.resolve({ alreadyOptedOut: false }));
    expect((await rowOf(2)).getAttribute('aria-current')).toBe('true');
  });

  it('asks first, says that it is for ever, and goes on to the next', async () => {
    const { bridge, user } = openInbox({ more: { 'contacts/opt-out': { alreadyOptedOut: false } } });
    await composerOf(/Ana Reyes 0/);
    await user.keyboard('o');
    const dialog = within(await screen.findByRole('dialog', { name: 'Opt Ana Reyes 0 out?' }));
    expect(dialog.getByText(/This is for ever/)).toBeTruthy();
    expect(bridge.askedFor('contacts/opt-out')).toEqual([]);
    rows = [conversation(0, { needsAttention: false }), conversation(1), conversation(2)];
    await user.click(dialog.getByRole('button', { name: 'Opt out for ever' }));
    expect(bridge.askedFor('contacts/opt-out')).toMatchObject([{ contactId: 100 }]);
    expect(await composerOf(/Ben Reyes 1/)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does nothing when one thinks better of it', async () => {
    const { bridge, user } = openInbox();
    await composerOf(/Ana Reyes 0/);
    await user.keyboard('o');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.askedFor('contacts/opt-out')).toEqual([]);
  });
});

describe('whom the end of an action left unanswered', () => {
  const unanswered = { 'conversations/count-unanswered': { count: 13, hasMore: false } } satisfies Answers;
  const over = [conversation(3, { needsAttention: false, actionEnded: true })];
  const engine: Answers = {
    ...unanswered,
    'conversations/list': ({ filter }) => ({ conversations: filter === 'unanswered' ? over : [], next: null }),
    'conversations/read': () => thread(conversation(3), { stop: 'actions/ended' }),
  };

  it('is told where nobody needs an answer, with the way to what they wrote', async () => {
    const { user } = openInbox({ more: engine });
    expect(await screen.findByText(/ 13 contacts got no answer before their action ended\.$/)).toBeTruthy();
    await user.keyboard('u');
    await rowOf(3);
    expect((screen.getByRole('radio', { checked: true }) as HTMLInputElement).value).toBe('unanswered');
    expect(await screen.findByText(sentenceOf(appError('actions/ended'), 'en'))).toBeTruthy();
    await user.keyboard('a');
    expect(await screen.findByText('No reply needs an answer')).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'Left unanswered' })).toBeNull();
  });

  it('is told of no further than it is counted', async () => {
    openInbox({ more: { ...engine, 'conversations/count-unanswered': { count: 999, hasMore: true } } });
    expect(await screen.findByText(/ More than 999 contacts got no answer before their action ended\.$/)).toBeTruthy();
  });

  it('is not told of where there is nobody', async () => {
    const { user } = openInbox({ more: { ...engine, 'conversations/count-unanswered': { count: 0, hasMore: false } } });
    await screen.findByText('No reply needs an answer');
    expect(screen.queryByText(/got no answer/)).toBeNull();
    await user.keyboard('u');
    expect((screen.getByRole('radio', { checked: true }) as HTMLInputElement).value).toBe('needs-attention');
  });
});

it('says of words begun in an action that has ended that they were not sent, and asks nobody to finish them', async () => {
  rows = [conversation(0, { needsAttention: false, actionEnded: true }), conversation(1)];
  const { store, user } = openInbox();
  const draft = { text: 'Half', scriptId: null, replaced: null, writtenAt: 0, intentId: 'an-intent' };
  act(() => {
    store.dispatch(drafted({ key: '1/100', draft }));
    store.dispatch(drafted({ key: '1/101', draft }));
  });
  await user.click(await screen.findByRole('radio', { name: 'All' }));
  expect((await rowOf(0)).textContent).toMatch(/Not sent$/);
  expect((await rowOf(1)).textContent).toContain('Draft');
});
