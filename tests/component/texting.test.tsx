import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { type Place, wentTo } from '../../renderer/app/place-slice.ts';
import { useAppSelector } from '../../renderer/app/store.ts';
import { TextingScreen } from '../../renderer/features/texting/texting-screen.tsx';
import { enterRestsMs } from '../../renderer/verbs/registry.ts';
import type { Given } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { calm, contact, type DeskContact, deskOf, rent, sentNow } from './support/desk-answers.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage, type Page } from './support/page.tsx';
import { restingHands } from './support/resting-hands.ts';

type Sent = Given<'outbox/send-initial'>;

const heat = { ...rent, actionId: 8, name: 'No heat' };

function openTexting(
  answers: Answers,
  place: Extract<Place, { screen: 'texting' }> = { screen: 'texting', actionId: 7 },
): Page {
  return openPage(<TextingScreen place={place} />, { answers: { ...calm, ...answers }, place });
}

/** The screen as long as one is on it. */
function OnTexting() {
  const place = useAppSelector((state) => state.place.now);
  return place.screen === 'texting' ? <TextingScreen place={place} /> : null;
}

const nameShown = restingHands();
const sentTo = ({ bridge }: Page): number[] =>
  (bridge.askedFor('outbox/send-initial') as Sent[]).map(({ assignmentId }) => assignmentId);

it('shows whom to text, what they will read and how long that is', async () => {
  openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  expect(screen.getByText('Hi 1, this is Rosa.', { selector: 'p' })).toBeTruthy();
  expect(screen.getByText('1 of 2')).toBeTruthy();
  expect(screen.getByText('1 segment')).toBeTruthy();
});

it('sends with Enter and shows the next contact before the answer has come', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  expect(screen.getByRole('heading', { level: 2, name: 'Contact 2' })).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0');
  await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('1'));
  expect(page.bridge.askedFor('outbox/send-initial')).toMatchObject([{ assignmentId: 1, text: 'Hi 1, this is Rosa.' }]);
});

it('takes presses that come faster than the answers, each once and in order', async () => {
  const everybody = Array.from({ length: 12 }, (_, n) => contact(n + 1));
  const page = openTexting(deskOf(everybody));
  await nameShown('Contact 1');
  for (const { assignmentId } of everybody) {
    await nameShown(`Contact ${assignmentId}`);
    fireEvent.keyDown(document.body, { key: 'Enter' });
  }
  await screen.findByRole('heading', { name: 'That was the batch' });
  await waitFor(() => expect(sentTo(page)).toEqual(everybody.map(({ assignmentId }) => assignmentId)));
});

it('does nothing while Enter is held down', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  fireEvent.keyDown(document.body, { key: 'Enter', repeat: true });
  expect(screen.getByRole('heading', { level: 2, name: 'Contact 1' })).toBeTruthy();
  expect(sentTo(page)).toEqual([]);
});

it('brings more contacts before the desk is empty, and never the same one twice', async () => {
  const everybody = Array.from({ length: 70 }, (_, n) => contact(n + 1));
  const page = openTexting(deskOf(everybody));
  await nameShown('Contact 1');
  for (let presses = 0; presses < 70; presses += 1) {
    fireEvent.keyDown(document.body, { key: 'Enter' });
    await act(() => nameShown());
  }
  await waitFor(() => expect(sentTo(page)).toHaveLength(70));
  expect(new Set(sentTo(page)).size).toBe(70);
  expect(page.bridge.askedFor('assignments/list-desk')).toHaveLength(2);
});

it('tells whom the engine would not text, says why, and goes on', async () => {
  const optedOut = appError('outbox/opted-out');
  const answers = deskOf([contact(1), contact(2), contact(3)], ({ assignmentId }) =>
    assignmentId === 1 ? { error: optedOut } : sentNow,
  );
  openTexting(answers);
  await nameShown('Contact 1');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  const notTexted = await screen.findByRole('region', { name: 'Not texted (1)' });
  expect(within(notTexted).getByText(sentenceOf(optedOut, 'en'), { exact: false })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 2, name: 'Contact 2' })).toBeTruthy();
  expect(screen.getByText('2 of 3')).toBeTruthy();
});

it('lets the words that were refused be mended', async () => {
  const tooLong = appError('outbox/too-long', { length: 1_700, longest: 1_600 });
  const page = openTexting(
    deskOf([contact(1), contact(2)], ({ text }) => (text.startsWith('Hi 1') ? { error: tooLong } : sentNow)),
  );
  await nameShown('Contact 1');
  await page.user.keyboard('{Enter}');
  await page.user.click(await screen.findByRole('button', { name: 'Edit the text to Contact 1' }));
  const field = screen.getByRole('textbox', { name: 'Text to this contact' });
  await page.user.clear(field);
  await page.user.type(field, 'Hello');
  await nameShown();
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(sentTo(page)).toEqual([1, 1]));
  const [first, second] = page.bridge.askedFor('outbox/send-initial') as Sent[];
  expect(second).toMatchObject({ text: 'Hello' });
  expect(second?.intentId).not.toBe(first?.intentId);
});

it('asks again with the same intent when the store could not take the text', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  let refusals = 1;
  const page = openTexting(
    deskOf([contact(1), contact(2)], () => (refusals-- > 0 ? { error: appError('store/disk-full') } : sentNow)),
  );
  await nameShown('Contact 1');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  expect(await screen.findByText(/1 text is kept in this window/)).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(2_500));
  vi.useRealTimers();
  await waitFor(() => expect(page.bridge.askedFor('outbox/send-initial')).toHaveLength(2));
  const [first, second] = page.bridge.askedFor('outbox/send-initial');
  expect(second).toEqual(first);
});

it('edits the text in its place and sends the edited one', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to this contact' });
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('Hi 1, this is Rosa.');
  await page.user.type(field, ' Call me.');
  await nameShown();
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  await nameShown('Contact 2');
  expect(page.bridge.askedFor('outbox/send-initial')).toMatchObject([{ text: 'Hi 1, this is Rosa. Call me.' }]);
});

it('sends what is written with Enter, and makes a new line with Shift and Enter, as the inbox does', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  await page.user.type(field, '{Shift>}{Enter}{/Shift}Call me.');
  expect(field.value).toBe('Hi 1, this is Rosa.\nCall me.');
  await nameShown();
  fireEvent.keyDown(field, { key: 'Enter', repeat: true });
  expect(sentTo(page)).toEqual([]);
  await page.user.keyboard('{Enter}');
  await nameShown('Contact 2');
  expect(page.bridge.askedFor('outbox/send-initial')).toMatchObject([{ text: 'Hi 1, this is Rosa.\nCall me.' }]);
});

it('sends nothing from an editor that has only just opened', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  fireEvent.keyDown(document.body, { key: 'e' });
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
  fireEvent.click(screen.getByRole('button', { name: /^Send/ }), { detail: 1 });
  await act(async () => {});
  expect(sentTo(page)).toEqual([]);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Hi 1, this is Rosa.');
});

it('goes back to the script with Escape and stays, and E brings the changed words back', async () => {
  const page = openTexting(deskOf([contact(1)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  await page.user.keyboard(' my words');
  await nameShown();
  await page.user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText('Hi 1, this is Rosa.', { selector: 'p' })).toBeTruthy();
  expect(screen.getByText(/^Your changed words are kept/)).toBeTruthy();
  expect(page.store.getState().place.now).toMatchObject({ screen: 'texting' });
  await nameShown();
  await page.user.keyboard('e');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Hi 1, this is Rosa. my words');
});

it('keeps no words of an editor that was emptied', async () => {
  const page = openTexting(deskOf([contact(1)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  await page.user.clear(screen.getByRole('textbox'));
  await nameShown();
  await page.user.keyboard('{Escape}');
  expect(screen.queryByText(/^Your changed words are kept/)).toBeNull();
  await nameShown();
  await page.user.keyboard('e');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Hi 1, this is Rosa.');
});

it('puts a blank behind the last sentence once, and not into a letter that is put together from several keys', async () => {
  const page = openTexting(deskOf([contact(1)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  const compose = (value: string): void => {
    const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    setter?.call(field, value);
    fireEvent(field, new InputEvent('input', { bubbles: true, isComposing: true }));
  };
  fireEvent.compositionStart(field);
  compose('Hi 1, this is Rosa.ㅎ');
  compose('Hi 1, this is Rosa.한');
  expect(field.value).toBe('Hi 1, this is Rosa.한');
  fireEvent.compositionEnd(field);
  expect(field.value).toBe('Hi 1, this is Rosa. 한');
  await page.user.type(field, '.org');
  expect(field.value).toBe('Hi 1, this is Rosa. 한.org');
  await nameShown();
  await page.user.keyboard('{Escape}');
  await nameShown();
  await page.user.keyboard('e');
  await page.user.type(screen.getByRole('textbox'), '{Backspace}{Backspace}{Backspace}a');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Hi 1, this is Rosa. 한.a');
});

it('sends the script as shown from the card, whatever words are kept beside it', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  await page.user.keyboard(' my words');
  await nameShown();
  await page.user.keyboard('{Escape}');
  await nameShown('Contact 1');
  await page.user.keyboard('{Enter}');
  await waitFor(() =>
    expect(page.bridge.askedFor('outbox/send-initial')).toMatchObject([{ text: 'Hi 1, this is Rosa.' }]),
  );
});

it('says when the words that tell how to opt out are edited away, asks once, and sends the text even so', async () => {
  const page = openTexting(deskOf([contact(1, { text: 'Hi, Rosa here. Reply STOP to opt out.' }), contact(2)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  const field = screen.getByRole('textbox');
  expect(screen.queryByText(/how to opt out are gone/)).toBeNull();
  fireEvent.change(field, { target: { value: 'Hi, Rosa here.' } });
  expect(screen.getByText(/how to opt out are gone/)).toBeTruthy();
  await nameShown();
  await page.user.keyboard('{Enter}');
  expect(screen.getByText('Press Enter again to send it without the words on opting out.')).toBeTruthy();
  // The second of a double press has read nothing of that.
  await page.user.keyboard('{Enter}');
  await act(async () => {});
  expect(sentTo(page)).toEqual([]);
  await nameShown();
  await page.user.keyboard('{Enter}');
  await waitFor(() => expect(sentTo(page)).toEqual([1]));
});

it('lays out what people write and read by the direction of its own letters', async () => {
  const page = openTexting(deskOf([contact(1, { text: 'سلام' })]));
  await nameShown('Contact 1');
  expect(screen.getByText('سلام', { selector: 'p' }).getAttribute('dir')).toBe('auto');
  await page.user.keyboard('e');
  expect(screen.getByRole('textbox').getAttribute('dir')).toBe('auto');
});

it('counts segments as one types, and refuses what is left to be filled', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  const field = screen.getByRole('textbox');
  fireEvent.change(field, { target: { value: 'a'.repeat(161) } });
  expect(screen.getByText('2 segments')).toBeTruthy();
  fireEvent.change(field, { target: { value: 'Hi ##{{first_name}}' } });
  expect(
    screen.getByText(sentenceOf(appError('outbox/unfilled-variable', { variable: '##{{first_name}}' }), 'en')),
  ).toBeTruthy();
  await nameShown();
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  expect(sentTo(page)).toEqual([]);
});

it('does not send a text with a hole in it until it is filled', async () => {
  const page = openTexting(
    deskOf([contact(1, { text: 'Vote at.', gaps: [{ name: 'custom_field_place', at: 7 }] }), contact(2)]),
  );
  await nameShown('Contact 1');
  expect(screen.getByText(/Nothing is known for: .*place/i)).toBeTruthy();
  await page.user.keyboard('{Enter}');
  expect(sentTo(page)).toEqual([]);
  await page.user.keyboard('e{Control>}{Enter}{/Control}');
  expect(sentTo(page)).toEqual([]);
  await page.user.type(screen.getByRole('textbox'), ' School');
  await nameShown();
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(sentTo(page)).toEqual([1]));
});

it('sends a text as it is to whom nobody knows by name, as the campaign has chosen', async () => {
  const page = openTexting(
    deskOf([contact(1, { text: 'Hi, Rosa here.', gaps: [{ name: 'first_name', at: 2 }] }), contact(2)]),
  );
  await nameShown('Contact 1');
  expect(screen.queryByText(/Nothing is known/)).toBeNull();
  await page.user.keyboard('{Enter}');
  await waitFor(() => expect(sentTo(page)).toEqual([1]));
});

it('puts a contact off until the end of the batch', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  await page.user.keyboard('l');
  await nameShown('Contact 2');
  expect(screen.getByText(/1 for later/)).toBeTruthy();
  expect(page.bridge.askedFor('assignments/put-off')).toEqual([{ assignmentId: 1 }]);
  await page.user.keyboard('{Enter}');
  await nameShown('Contact 1');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Later' }).disabled).toBe(true);
});

it('goes on counting the batch as it was claimed after one has left the screen and come back', async () => {
  const place: Place = { screen: 'texting', actionId: 7 };
  const answers = { ...calm, ...deskOf([contact(1), contact(2), contact(3)]) };
  const { store, user } = openPage(<OnTexting />, { answers, place });
  await nameShown('Contact 1');
  await user.keyboard('{Enter}');
  await screen.findByText('1 of 3 texted');
  act(() => void store.dispatch(wentTo({ screen: 'today' })));
  expect(screen.queryByText('1 of 3 texted')).toBeNull();
  act(() => void store.dispatch(wentTo(place)));
  await nameShown('Contact 2');
  expect(screen.getByText('2 of 3')).toBeTruthy();
  expect(screen.getByText('1 of 3 texted')).toBeTruthy();
});

it('counts the batch as it was claimed, and keeps whom one has put off at the end, when the page is loaded anew', async () => {
  const later = contact(1, { putOffAt: 5 });
  openTexting({
    ...deskOf([]),
    'assignments/list-desk': {
      desk: [later, contact(8)],
      leftCount: 2,
      batch: { batchIds: [1], size: 10, texted: [2, 3, 4] },
    },
  });
  await nameShown('Contact 8');
  expect(screen.getByText(/^3 of 10 texted · 5 not texted · 1 for later$/)).toBeTruthy();
});

it('brings the next page when everybody of the first was put off', async () => {
  const everybody = Array.from({ length: 60 }, (_, n) => contact(n + 1, { putOffAt: n < 50 ? n + 1 : null }));
  openTexting(deskOf(everybody));
  await nameShown('Contact 51');
});

it('sends nothing by an Enter that comes before the text has been in sight for a moment', async () => {
  const page = openTexting(deskOf([contact(1), contact(2), contact(3)]));
  await screen.findByRole('heading', { level: 2, name: 'Contact 1' });
  fireEvent.keyDown(document.body, { key: 'Enter' });
  fireEvent.keyDown(document.body, { key: 'Enter' });
  expect(screen.getByRole('heading', { level: 2, name: 'Contact 1' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Send/ }));
  await act(async () => {});
  expect(sentTo(page)).toEqual([]);
  await nameShown('Contact 1');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await waitFor(() => expect(sentTo(page)).toEqual([1]));
});

it('tells a hand that is too fast why its presses do nothing, and a double press of nothing', async () => {
  openTexting(deskOf([contact(1), contact(2), contact(3)]));
  await nameShown('Contact 1');
  const told = () => screen.queryByText(/^Too soon/);
  const press = (repeat = false) => fireEvent.keyDown(document.body, { key: 'Enter', repeat });
  press();
  press();
  expect(told()).toBeNull();
  for (let n = 0; n < 5; n += 1) press(true);
  expect(told()).toBeNull();
  press();
  expect(told()?.closest('[role=status]')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 2, name: 'Contact 2' })).toBeTruthy();
  await nameShown('Contact 2');
  // Of a press that did something, nothing of the kind is said.
  press();
  expect(screen.getByRole('heading', { level: 2, name: 'Contact 3' })).toBeTruthy();
  expect(told()).toBeNull();
});

it.each([
  ['key', () => fireEvent.keyDown(document.body, { key: 'Enter' })],
  ['click', () => fireEvent.click(screen.getByRole('button', { name: /^Send/ }), { detail: 1 })],
])(
  'sends nothing by the second %s of a double one, then or later, and the next text by the next one',
  async (_what, press) => {
    const page = openTexting(deskOf([contact(1), contact(2), contact(3)]));
    await nameShown('Contact 1');
    press();
    expect(screen.getByRole('heading', { level: 2, name: 'Contact 2' })).toBeTruthy();
    press();
    await act(async () => void (await new Promise((resolve) => requestAnimationFrame(resolve))));
    press();
    expect(screen.getByRole('heading', { level: 2, name: 'Contact 2' })).toBeTruthy();
    await nameShown('Contact 2');
    expect(sentTo(page)).toEqual([1]);
    press();
    await waitFor(() => expect(sentTo(page)).toEqual([1, 2]));
  },
);

it('sends nothing at once after what stood over the card has gone, however it was closed', async () => {
  const page = openTexting(deskOf([contact(1), contact(2), contact(3)]));
  await nameShown('Contact 1');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await nameShown('Contact 2');
  const dialog = document.body.appendChild(document.createElement('div'));
  dialog.setAttribute('role', 'dialog');
  await act(async () => {});
  dialog.remove();
  await act(async () => {});
  fireEvent.keyDown(document.body, { key: 'Enter' });
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await act(async () => {});
  expect(sentTo(page)).toEqual([1]);
  await nameShown('Contact 2');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await waitFor(() => expect(sentTo(page)).toEqual([1, 2]));
});

it('says who waits for texting hours and until when, on the desk and where nobody is left to text now', async () => {
  const opensAt = new Date();
  opensAt.setDate(opensAt.getDate() + 1);
  opensAt.setHours(12, 0);
  const hours: Answers = { 'assignments/read-hours': { waiting: 214, opening: 214, opensAt: opensAt.getTime() } };
  const page = openTexting({
    ...deskOf([contact(1)]),
    ...hours,
    'assignments/claim-batch': () => ({ error: appError('assignments/outside-hours', { count: 214 }) }),
  });
  await nameShown('Contact 1');
  await screen.findByText(/^214 can be texted from 12:00 PM tomorrow/);
  await page.user.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Claim the next 100' });
  expect(screen.getByText(/^214 can be texted from 12:00 PM tomorrow/)).toBeTruthy();
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Claim the next 100' }).disabled).toBe(false),
  );
  await page.user.click(screen.getByRole('button', { name: 'Claim the next 100' }));
  await screen.findByRole('heading', { name: 'Not the hour for texting' });
  expect(
    await screen.findByText(/214 can be texted from 12:00 PM tomorrow by your clock, when.*Texting hours are 9:00/),
  ).toBeTruthy();
});

it('is ready to text when the hours have begun', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const hours = { waiting: 214, opening: 214, opensAt: Date.now() + 60 * 60_000 };
  openTexting({
    ...deskOf([]),
    'assignments/read-hours': () => hours,
    'assignments/claim-batch': () => ({ error: appError('assignments/outside-hours', { count: 214 }) }),
  });
  await screen.findByText(/214 can be texted from/);
  await act(() => vi.advanceTimersByTimeAsync(60 * 60_000 + 2_000));
  vi.useRealTimers();
  await screen.findByRole('heading', { name: 'Ready when you are' });
});

it('leads to the inbox with Enter where nobody is left to claim', async () => {
  const page = openTexting({
    ...deskOf([contact(1)]),
    'assignments/read-progress': { unassigned: 0, claimed: 0, texted: 26, leftOut: 0 },
  });
  await nameShown('Contact 1');
  await page.user.keyboard('{Enter}');
  await screen.findByText('Nobody is left to text');
  expect(screen.queryByRole('button', { name: /Claim the next/ })).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, enterRestsMs));
  await page.user.keyboard('{Enter}');
  await waitFor(() => expect(page.store.getState().place.now).toEqual({ screen: 'inbox' }));
});

it('offers the next batch again when somebody has given back whom they had claimed', async () => {
  let unassigned = 0;
  const page = openTexting({
    ...deskOf([contact(1)]),
    'assignments/read-progress': () => ({ unassigned, claimed: 60 - unassigned, texted: 26, leftOut: 0 }),
  });
  await nameShown('Contact 1');
  await page.user.keyboard('{Enter}');
  await screen.findByText('Nobody is left to text');
  unassigned = 60;
  act(() => page.bridge.tell({ event: 'changed', room: 'assignments' }));
  expect(await screen.findByRole('button', { name: 'Claim the next 100' })).toBeTruthy();
  expect(screen.queryByText('Nobody is left to text')).toBeNull();
});

it('claims the next batch with Enter when one is done', async () => {
  let batch: DeskContact[] = [contact(1)];
  const answers = deskOf([]);
  const page = openTexting({
    ...answers,
    'assignments/list-desk': () => ({
      desk: batch,
      leftCount: batch.length,
      batch: batch.length === 0 ? null : { batchIds: [1], size: batch.length, texted: [] },
    }),
    'assignments/claim-batch': () => {
      batch = [contact(2)];
      return { batchId: 2, contactCount: 1 };
    },
  });
  await nameShown('Contact 1');
  await page.user.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Claim the next 100' });
  await waitFor(() => expect(sentTo(page)).toEqual([1]));
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Claim the next 100' }).disabled).toBe(false),
  );
  // A pause, as somebody makes who has seen that the screen has changed.
  await new Promise((resolve) => setTimeout(resolve, enterRestsMs));
  await page.user.keyboard('{Enter}');
  await nameShown('Contact 2');
});

it('says at the end of a batch how many replies need an answer, as the rail does', async () => {
  const page = openTexting({
    ...deskOf([contact(1)]),
    'conversations/count-needing-answer': { count: 999, hasMore: true },
  });
  await nameShown('Contact 1');
  await page.user.keyboard('{Enter}');
  expect(await screen.findByText('999+')).toBeTruthy();
  expect(page.bridge.askedFor('conversations/list')).toEqual([]);
});

it('claims a batch at once for whoever comes to text in an action', async () => {
  let batch: DeskContact[] = [];
  openTexting({
    'assignments/list-desk': () => ({
      desk: batch,
      leftCount: batch.length,
      batch: batch.length === 0 ? null : { batchIds: [1], size: batch.length, texted: [] },
    }),
    'assignments/claim-batch': () => {
      batch = [contact(5)];
      return { batchId: 1, contactCount: 1 };
    },
  });
  await nameShown('Contact 5');
});

it.each(['assignments/none-left', 'assignments/outside-hours', 'actions/ended', 'numbers/none'] as const)(
  'says calmly that nobody can be texted: %s',
  async (code) => {
    const error = appError(code, { count: 3 });
    openTexting({ ...deskOf([]), 'assignments/claim-batch': () => ({ error }) });
    expect(await screen.findByText(sentenceOf(error, 'en'), { exact: false })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Go to the inbox' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  },
);

it('stops when the action is paused, and is there again when it is resumed', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  const paused = { ...rent, state: 'paused' } as const;
  page.bridge.answer({ 'actions/read': { action: paused, initialScripts: [], responseScripts: [] } });
  act(() => page.bridge.tell({ event: 'changed', room: 'actions' }));
  await screen.findByRole('heading', { name: 'Texting is paused' });
  page.bridge.answer({ 'actions/read': { action: rent, initialScripts: [], responseScripts: [] } });
  act(() => page.bridge.tell({ event: 'changed', room: 'actions' }));
  await nameShown('Contact 1');
  expect(sentTo(page)).toEqual([]);
});

it('says that the action has ended before anybody presses, to a texter too, who is not told of it any more', async () => {
  const ended = { ...rent, state: 'ended' } as const;
  const answers: readonly Answers[] = [
    { 'actions/read': { action: ended, initialScripts: [], responseScripts: [] } },
    { 'actions/read': () => ({ error: appError('actions/not-found') }) },
  ];
  for (const answer of answers) {
    const page = openTexting(deskOf([contact(1), contact(2)]));
    await nameShown('Contact 1');
    page.bridge.answer(answer);
    act(() => page.bridge.tell({ event: 'changed', room: 'actions' }));
    await screen.findByRole('heading', { name: 'This action has ended' });
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(sentTo(page)).toEqual([]);
    cleanup();
  }
});

it('lets one choose where there are several actions, and starts the first with Enter', async () => {
  const page = openTexting(
    {
      'actions/list': { actions: [rent, heat, { ...heat, actionId: 9, name: 'Not yet', state: 'draft' }], next: null },
      'assignments/read-progress': { unassigned: 1_200, claimed: 0, texted: 30, leftOut: 0 },
    },
    { screen: 'texting' },
  );
  await nameShown('No heat');
  expect(screen.queryByText('Not yet')).toBeNull();
  expect(screen.getAllByText('Everybody · 1,200 left to text · 30 texted')).toHaveLength(2);
  await page.user.keyboard('{Enter}');
  expect(page.store.getState().place.now).toEqual({ screen: 'texting', actionId: 7 });
});

it('offers no start where everybody has been texted', async () => {
  openTexting(
    {
      'actions/list': { actions: [rent, heat], next: null },
      'assignments/read-progress': ({ actionId }) =>
        actionId === heat.actionId
          ? { unassigned: 0, claimed: 0, texted: 30, leftOut: 0 }
          : { unassigned: 10, claimed: 0, texted: 0, leftOut: 0 },
    },
    { screen: 'texting' },
  );
  expect(await screen.findByText('Everybody has been texted.')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: /Start texting/ })).toHaveLength(1);
});

it('can be left by Escape while it is paused, and the words that were begun are there afterwards', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  await page.user.type(await screen.findByRole('textbox'), ' Sunday?');
  const paused = { ...rent, state: 'paused' } as const;
  page.bridge.answer({ 'actions/read': { action: paused, initialScripts: [], responseScripts: [] } });
  act(() => page.bridge.tell({ event: 'changed', room: 'actions' }));
  await screen.findByText(/Your words stay here/);
  await page.user.keyboard('{Escape}');
  expect(page.store.getState().place.now).toEqual({ screen: 'today' });
  expect(page.store.getState().texting[7]?.drafts).toMatchObject({ 1: { text: 'Hi 1, this is Rosa. Sunday?' } });
});

it('goes on being typed in when an admin pauses the action, says so, sends nothing, and goes on when it is resumed', async () => {
  const page = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  await page.user.keyboard('e');
  const field = await screen.findByRole('textbox');
  await page.user.type(field, ' I');
  const stateIs = (state: 'paused' | 'published'): void => {
    page.bridge.answer({
      'actions/read': { action: { ...rent, state }, initialScripts: [], responseScripts: [] },
    });
    act(() => page.bridge.tell({ event: 'changed', room: 'actions' }));
  };
  stateIs('paused');
  await screen.findByText(/Your words stay here/);
  expect(screen.getByRole('textbox')).toBe(field);
  expect(document.activeElement).toBe(field);
  await page.user.keyboard('nri{Control>}{Enter}{/Control}');
  expect(page.store.getState().place.now).toMatchObject({ screen: 'texting' });
  expect(sentTo(page)).toEqual([]);
  stateIs('published');
  await waitFor(() => expect(screen.queryByText(/Your words stay here/)).toBeNull());
  expect(screen.getByRole<HTMLTextAreaElement>('textbox')).toBe(field);
  await nameShown();
  await page.user.keyboard('!{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(page.bridge.askedFor('outbox/send-initial')).toMatchObject([{ text: 'Hi 1, this is Rosa. Inri!' }]),
  );
});

it('says that texting is paused where every action is', async () => {
  openTexting({ 'actions/list': { actions: [{ ...rent, state: 'paused' }], next: null } }, { screen: 'texting' });
  expect(await screen.findByText(/It goes on as soon as an admin resumes the action/)).toBeTruthy();
});

it('opens the only action at once, and claims nothing until one starts', async () => {
  const page = openTexting(
    {
      ...deskOf([]),
      'actions/list': { actions: [rent], next: null },
      'assignments/read-progress': { unassigned: 1_200, claimed: 0, texted: 30, leftOut: 0 },
    },
    { screen: 'texting' },
  );
  await screen.findByRole('button', { name: 'Start texting' });
  expect(screen.getByRole('heading', { level: 1, name: 'Rent strike' })).toBeTruthy();
  expect(page.bridge.askedFor('assignments/claim-batch')).toEqual([]);
});

it('leaves with Escape to Today, and never into the conversation that one came from', async () => {
  const page = openTexting(deskOf([contact(1)]));
  await nameShown('Contact 1');
  act(() => {
    page.store.dispatch(wentTo({ screen: 'inbox', actionId: 7, contactId: 1 }));
    page.store.dispatch(wentTo({ screen: 'texting', actionId: 7 }));
  });
  await page.user.keyboard('{Escape}');
  expect(page.store.getState().place.now).toEqual({ screen: 'today' });
});

it('goes on sending what was pressed when one has left', async () => {
  const everybody = Array.from({ length: 9 }, (_, n) => contact(n + 1));
  const page = openTexting(deskOf(everybody));
  await nameShown('Contact 1');
  for (const { assignmentId } of everybody) {
    await nameShown(`Contact ${assignmentId}`);
    fireEvent.keyDown(document.body, { key: 'Enter' });
  }
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await waitFor(() => expect(sentTo(page)).toHaveLength(9));
});

it('says how many texts wait while there is no line', async () => {
  openTexting({
    ...deskOf([contact(1)]),
    'outbox/read-status': {
      queued: 12,
      waiting: { offline: 12 },
      sending: 0,
      uncertain: 0,
      needsPerson: 0,
      line: 'down',
      heldBy: null,
    },
  });
  expect(await screen.findByText(/12 texts wait here and leave by themselves/)).toBeTruthy();
});

it('says how many texts wait as soon as there is news of them', async () => {
  const page = openTexting(deskOf([contact(1)]));
  await nameShown('Contact 1');
  const waiting = { queued: 12, waiting: { offline: 12 }, sending: 0, uncertain: 0, needsPerson: 0, heldBy: null };
  page.bridge.answer({ 'outbox/read-status': { ...waiting, line: 'down' } });
  act(() => page.bridge.tell({ event: 'changed', room: 'outbox' }));
  // It was read when the page opened, so the next reading may come a second later.
  expect(await screen.findByText(/12 texts wait here and leave by themselves/, {}, { timeout: 2_500 })).toBeTruthy();
});

it('counts the texts that were sent since one sat down, and speaks of no hour', async () => {
  openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  expect(screen.queryByText(/since you sat down/)).toBeNull();
  fireEvent.keyDown(document.body, { key: 'Enter' });
  expect(await screen.findByText('1 texted since you sat down')).toBeTruthy();
});

it('tells a screen reader who is next once one rests on them', async () => {
  openTexting(deskOf([contact(1), contact(2), contact(3)]));
  await nameShown('Contact 1');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await nameShown('Contact 2');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  expect(screen.queryByText('Contact 2. Hi 2, this is Rosa.')).toBeNull();
  const heard = await screen.findByText('Contact 3. Hi 3, this is Rosa.');
  expect(heard.getAttribute('role')).toBe('status');
  expect(screen.queryByText('Contact 2. Hi 2, this is Rosa.')).toBeNull();
});

it('asks for the queue once a second at most, and for nothing else, while one presses', async () => {
  const everybody = Array.from({ length: 10 }, (_, n) => contact(n + 1));
  const page = openTexting(deskOf(everybody));
  await nameShown('Contact 1');
  const before = page.bridge.asked.length;
  const from = performance.now();
  for (let presses = 0; presses < 5; presses += 1) {
    await nameShown(`Contact ${presses + 1}`);
    fireEvent.keyDown(document.body, { key: 'Enter' });
    act(() => {
      page.bridge.tell({ event: 'changed', room: 'outbox' });
    });
  }
  await waitFor(() => expect(sentTo(page)).toHaveLength(5));
  const asked = page.bridge.asked.slice(before).map(({ name }) => name);
  expect(asked.filter((name) => name !== 'outbox/read-status')).toEqual(Array(5).fill('outbox/send-initial'));
  // Once at once, and then once in each second that has gone by.
  const most = 1 + Math.floor((performance.now() - from) / 1_000);
  expect(asked.filter((name) => name === 'outbox/read-status').length).toBeLessThanOrEqual(most);
});
