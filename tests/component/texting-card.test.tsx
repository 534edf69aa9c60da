import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TextingScreen } from '../../renderer/features/texting/texting-screen.tsx';
import type { Given } from '../../shared/contract/index.ts';
import { calm, contact, type DeskContact, deskOf } from './support/desk-answers.ts';
import { openPage, type Page } from './support/page.tsx';
import { restingHands } from './support/resting-hands.ts';

const place = { screen: 'texting', actionId: 7 } as const;
const nameShown = restingHands();

async function openCard(contacts: readonly DeskContact[]): Promise<Page> {
  const answers = { ...calm, ...deskOf(contacts), 'campaign/list-fields': { fields: [] } };
  const page = openPage(<TextingScreen place={place} />, { answers, place });
  await nameShown('Contact 1');
  return page;
}

const sentIn = ({ bridge }: Page): string[] =>
  (bridge.askedFor('outbox/send-initial') as Given<'outbox/send-initial'>[]).map(({ text }) => text);
const field = (): HTMLTextAreaElement => screen.getByRole<HTMLTextAreaElement>('textbox');
const write = (value: string): void => void fireEvent.change(field(), { target: { value } });
const key = (name: string): void => void fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
const click = (name: RegExp, detail = 1): void =>
  void fireEvent.click(screen.getByRole('button', { name }), { detail });

describe('a double press', () => {
  it.each([
    ['of the key', () => key('l')],
    ['of the button', () => click(/^Later/)],
  ])('%s of Later puts off one person', async (_what, press) => {
    const page = await openCard([contact(1), contact(2), contact(3)]);
    press();
    press();
    await act(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
    press();
    expect(page.bridge.askedFor('assignments/put-off')).toEqual([{ assignmentId: 1 }]);
    await nameShown('Contact 2');
    press();
    expect(page.bridge.askedFor('assignments/put-off')).toEqual([{ assignmentId: 1 }, { assignmentId: 2 }]);
  });

  it('of Edit opens the editor and leaves it open, though the way back stands under the pointer then', async () => {
    await openCard([contact(1)]);
    click(/^Edit/);
    click(/^Back to the script/, 2);
    expect(field()).toBeTruthy();
    await nameShown();
    // Where the system is set to slow double clicks.
    click(/^Back to the script/, 2);
    expect(field()).toBeTruthy();
    click(/^Back to the script/);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('a place that the script has left empty', () => {
  const holed = contact(1, { text: 'Hi, vote at on Friday.', gaps: [{ name: 'custom_field_place', at: 12 }] });

  it('is told of in the editor as long as it is empty, and asked about before the text is sent', async () => {
    const page = await openCard([holed, contact(2)]);
    key('e');
    write('Hello, vote at on Friday.');
    expect(screen.getByText(/Nothing is known for: place/)).toBeTruthy();
    await nameShown();
    key('Enter');
    expect(screen.getByText('Press Enter again to send it as it is.')).toBeTruthy();
    expect(sentIn(page)).toEqual([]);
    await nameShown();
    write('Hello, vote at the library on Friday.');
    expect(screen.queryByText(/Nothing is known|Press Enter again/)).toBeNull();
    key('Enter');
    await waitFor(() => expect(sentIn(page)).toEqual(['Hello, vote at the library on Friday.']));
  });

  it('may stay as it is for whoever presses twice', async () => {
    const page = await openCard([holed, contact(2)]);
    key('e');
    await nameShown();
    key('Enter');
    expect(sentIn(page)).toEqual([]);
    await nameShown();
    key('Enter');
    await waitFor(() => expect(sentIn(page)).toEqual([holed.text]));
  });
});

describe('a field of another program in own words', () => {
  it('is warned of, asked about, and replaced by what is known with one key', async () => {
    const page = await openCard([contact(1), contact(2)]);
    key('e');
    write('Hello [first name], are you in?');
    expect(screen.getByText(/Contacts would read “\[first name\]” as it stands/)).toBeTruthy();
    await nameShown();
    key('Enter');
    expect(sentIn(page)).toEqual([]);
    expect(screen.getByText('Press Enter again to send it as it is.')).toBeTruthy();
    fireEvent.keyDown(field(), { key: 'e', ctrlKey: true });
    expect(field().value).toBe('Hello Contact, are you in?');
    expect(screen.queryByText(/as it stands|Press Enter again/)).toBeNull();
    await nameShown();
    key('Enter');
    await waitFor(() => expect(sentIn(page)).toEqual(['Hello Contact, are you in?']));
  });

  it('in braces is not sent at all', async () => {
    const page = await openCard([contact(1), contact(2)]);
    key('e');
    write('Hello {{first_name}}');
    await nameShown();
    key('Enter');
    await nameShown();
    key('Enter');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Send/ }).disabled).toBe(true);
    expect(screen.getByText(/still has a variable in it: {{first_name}}/)).toBeTruthy();
    expect(sentIn(page)).toEqual([]);
  });
});

describe('own words', () => {
  it('that go on behind the last sentence have a blank before them, and are as they are typed from then on', async () => {
    await openCard([contact(1, { text: 'Reply STOP to opt out.' })]);
    key('e');
    write('Reply STOP to opt out.P');
    expect(field().value).toBe('Reply STOP to opt out. P');
    write('Reply STOP to opt out.PS');
    expect(field().value).toBe('Reply STOP to opt out.PS');
  });

  it('that are set aside are told of where one looks', async () => {
    await openCard([contact(1)]);
    expect(screen.queryByText('Sends the script')).toBeNull();
    key('e');
    write('My own words');
    expect(screen.queryByText('Sends the script')).toBeNull();
    await nameShown();
    click(/^Back to the script/);
    expect(screen.getByText('Sends the script')).toBeTruthy();
  });

  it('that are too long are not put in, and what stood there stays', async () => {
    await openCard([contact(1)]);
    key('e');
    write('My own words');
    const put = { clipboardData: { getData: () => 'x'.repeat(5_000) } };
    expect(fireEvent.paste(field(), put)).toBe(false);
    expect(field().value).toBe('My own words');
    expect(screen.getByText(/nothing of it was put in: there is room for 5,000 characters/)).toBeTruthy();
    write('My own words.');
    expect(screen.queryByText(/nothing of it was put in/)).toBeNull();
  });
});

describe('a card that is not in sight', () => {
  const boxes = Element.prototype.getBoundingClientRect;
  const { scrollIntoView } = Element.prototype;
  afterEach(() => {
    Element.prototype.getBoundingClientRect = boxes;
    Element.prototype.scrollIntoView = scrollIntoView;
  });

  it('is brought there by a press, which does nothing else', async () => {
    const page = await openCard([contact(1), contact(2)]);
    let top = 900;
    // Name, text and buttons of a card in a window that is 300 high.
    const heights: Readonly<Record<string, [number, number]>> = { H2: [0, 30], FOOTER: [170, 50], DIV: [30, 140] };
    Element.prototype.getBoundingClientRect = function () {
      const [from, height] = heights[this.tagName] ?? [0, 220];
      return this.closest('section') === null ? new DOMRect(0, 0, 400, 300) : new DOMRect(0, top + from, 400, height);
    };
    Element.prototype.scrollIntoView = vi.fn(() => {
      top = 0;
    });
    key('Enter');
    expect(sentIn(page)).toEqual([]);
    expect(Element.prototype.scrollIntoView).toHaveBeenCalledTimes(1);
    key('Enter');
    expect(sentIn(page)).toEqual([]);
    await nameShown();
    key('Enter');
    await waitFor(() => expect(sentIn(page)).toHaveLength(1));
  });
});

it('says from when on a text leaves while it is outside the texting hours of the contact, and nothing inside', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 24, 4));
  await openCard([contact(1, { zones: ['America/New_York'] }), contact(2, { zones: ['Pacific/Honolulu'] })]);
  expect(await screen.findByText('Leaves from 9:00 AM their time, tomorrow.')).toBeTruthy();
  key('Enter');
  await nameShown('Contact 2');
  expect(screen.queryByText(/^Leaves from/)).toBeNull();
});
