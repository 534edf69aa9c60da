import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Person, signedOut } from '../../renderer/bridge/session-slice.ts';
import { EngineLine } from '../../renderer/features/status/engine-line.tsx';
import { StatusStrip } from '../../renderer/features/status/status-strip.tsx';
import type { Output } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { outboxAtRest } from '../support/outbox-at-rest.ts';
import { openPage } from './support/page.tsx';

type Status = Output<'outbox/read-status'>;
type WaitingText = Output<'outbox/list-waiting'>['messages'][number];

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' };

function openStrip(status: Partial<Status> = {}, person?: Person) {
  return openPage(<StatusStrip />, {
    answers: {
      'outbox/read-status': { ...outboxAtRest, ...status },
      'outbox/list-waiting': { messages: [], next: null },
    },
    ...(person && { person }),
  });
}

afterEach(() => void vi.useRealTimers());

it('says at a glance whether there is a line, what waits and what leaves', async () => {
  openStrip({ queued: 12, waiting: { hours: 12 }, sending: 2 });
  const summary = await screen.findByRole('button', { name: /Connected/ });
  expect(summary.textContent).toContain('14 wait: 12 texting hours, 2 leaving now');
});

it('needs no figure for the reason where there is but one', async () => {
  openStrip({ line: 'down', uncertain: 5 });
  const summary = await screen.findByRole('button', { name: /No line/ });
  expect(summary.textContent).toContain('5 wait: being checked');
});

it('opens on all of it with one key, and closes with the same', async () => {
  const { user } = openStrip({ queued: 5, waiting: { offline: 4 }, line: 'down', uncertain: 1 });
  await screen.findByRole('button', { name: /No line/ });
  await user.keyboard('{Control>}.{/Control}');
  const panel = await screen.findByRole('dialog', { name: 'How things are' });
  expect(panel.textContent).toContain('No line. You can go on; texts wait here.');
  expect(panel.textContent).toContain('4 texts wait for the line.');
  expect(panel.textContent).toContain('1 text waits for its turn.');
  expect(panel.textContent).toContain('The carrier may have 1 text already');
  expect(panel.textContent).toContain('6 texts wait');
  await user.keyboard('{Control>}.{/Control}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

describe('whom what waits is for', () => {
  const atTwo = new Date();
  atTwo.setHours(14, 3, 0, 0);
  const text = (messageId: number, more: Partial<WaitingText> = {}): WaitingText => ({
    messageId,
    kind: 'initial',
    actionId: 4,
    actionName: 'Rent strike',
    contactId: messageId,
    firstName: `Ana ${messageId}`,
    lastName: 'Diaz',
    decidedBy: { userId: 2, firstName: 'Omar', lastName: 'Reyes' },
    decidedAt: atTwo.getTime(),
    waitsFor: 'hours',
    notBeforeAt: null,
    ...more,
  });

  async function openPanel(messages: readonly WaitingText[], person?: Person) {
    const page = openStrip({ queued: messages.length || 3, waiting: { hours: messages.length || 3 } }, person);
    page.bridge.answer({ 'outbox/list-waiting': { messages: [...messages], next: null } });
    await screen.findByRole('button', { name: /waits?: texting hours/ });
    await page.user.keyboard('{Control>}.{/Control}');
    await screen.findByRole('dialog', { name: 'How things are' });
    return page;
  }

  it('is told with the action, who decided it and when, why it waits and until when', async () => {
    const tomorrow = new Date();
    tomorrow.setDate(tomorrow.getDate() + 1);
    tomorrow.setHours(9, 0, 0, 0);
    await openPanel([
      text(1, { notBeforeAt: tomorrow.getTime() }),
      text(2, { kind: 'follow-up', firstName: '', lastName: '', waitsFor: 'turn' }),
    ]);
    const listed = () =>
      screen.queryAllByRole('listitem').filter(({ textContent }) => /Rent strike/.test(textContent ?? ''));
    await vi.waitFor(() => expect(listed()).toHaveLength(2));
    const [first, second] = listed();
    expect(first?.textContent).toContain('Ana 1 Diaz2:03');
    expect(first?.textContent).toContain('Initial message · Rent strike · by Omar Reyes');
    expect(first?.textContent).toContain('Texting hours, from 9:00');
    expect(first?.textContent).toContain('tomorrow');
    expect(second?.textContent).toContain('No name');
    expect(second?.textContent).toContain('Follow-up · Rent strike · by Omar Reyes');
    expect(second?.textContent).toContain('Its turn');
  });

  it('is to a texter their own, without their name on each', async () => {
    await openPanel([text(1)], omar);
    expect(await screen.findByRole('region', { name: 'To whom: your own' })).toBeTruthy();
    expect(await screen.findByText('Initial message · Rent strike')).toBeTruthy();
  });

  it('is nobody for a texter who has decided none of it', async () => {
    await openPanel([], omar);
    expect(await screen.findByText('None of these is your own.')).toBeTruthy();
  });

  it('is not asked for while the panel is closed', async () => {
    const { bridge, user } = await openPanel([text(1)]);
    await screen.findByText('Ana 1 Diaz');
    await user.keyboard('{Control>}.{/Control}');
    const asked = bridge.askedFor('outbox/list-waiting').length;
    bridge.tell({ event: 'changed', room: 'outbox' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(bridge.askedFor('outbox/list-waiting')).toHaveLength(asked);
  });

  it('has no list while nothing waits', async () => {
    const { user, bridge } = openStrip();
    await user.click(await screen.findByRole('button', { name: /Connected/ }));
    await screen.findByText('No text waits.');
    expect(bridge.askedFor('outbox/list-waiting')).toEqual([]);
  });
});

it('resumes by the same act when the answer was lost', async () => {
  const heldBy = appError('outbox/sending-refused', { code: 30_032 });
  const { user, bridge } = openStrip({ queued: 1, waiting: { pause: 1 }, heldBy });
  bridge.answer({ 'outbox/resume-sending': () => ({ error: appError('internal/bug') }) });
  await user.click(await screen.findByRole('button', { name: /Connected/ }));
  await user.click(await screen.findByRole('button', { name: 'Resume sending' }));
  await screen.findByRole('alert');
  await user.click(screen.getByRole('button', { name: 'Resume sending' }));
  await vi.waitFor(() => expect(bridge.askedFor('outbox/resume-sending')).toHaveLength(2));
  const [first, second] = bridge.askedFor('outbox/resume-sending');
  expect(second).toEqual(first);
});

it('tells what holds everything up, and lets an admin resume what the carrier refused', async () => {
  const heldBy = appError('outbox/sending-refused', { code: 30_032 });
  const { user, bridge } = openStrip({ queued: 1, waiting: { pause: 1 }, heldBy });
  bridge.answer({ 'outbox/resume-sending': {} });
  await user.click(await screen.findByRole('button', { name: /Connected/ }));
  const panel = await screen.findByRole('dialog');
  expect(panel.textContent).toContain(sentenceOf(heldBy, 'en'));
  await user.click(within(panel).getByRole('button', { name: 'Resume sending' }));
  expect(bridge.askedFor('outbox/resume-sending')).toEqual([{ intentId: expect.any(String) }]);
});

it('leads an admin to what needs a decision, and a texter not', async () => {
  const { user, store } = openStrip({ needsPerson: 3 });
  await user.click(await screen.findByRole('button', { name: '3 need a decision' }));
  expect(store.getState().place.before).toHaveLength(1);
});

it('shows a texter no act that is not theirs', async () => {
  const heldBy = appError('outbox/sending-refused', { code: 30_032 });
  const { user } = openStrip({ needsPerson: 3, heldBy }, omar);
  await user.click(await screen.findByRole('button', { name: /Connected/ }));
  await screen.findByRole('dialog');
  expect(screen.queryByRole('button', { name: /decision/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Resume sending' })).toBeNull();
});

it('tells screen readers of the line alone, when it goes and when it is back', async () => {
  const { bridge } = openStrip({ queued: 1 });
  await screen.findByRole('button', { name: /Connected/ });
  const heard = () => document.querySelector('[aria-live]')?.textContent;
  expect(heard()).toBe('');
  bridge.answer({ 'outbox/read-status': { ...outboxAtRest, queued: 2, line: 'down' } });
  bridge.tell({ event: 'changed', room: 'outbox' });
  await expect.poll(heard, { timeout: 3_000 }).toBe('No line. You can go on; texts wait here.');
  bridge.answer({ 'outbox/read-status': { ...outboxAtRest, queued: 9 } });
  bridge.tell({ event: 'changed', room: 'outbox' });
  await expect.poll(heard, { timeout: 3_000 }).toBe('The line is back.');
});

it('asks the engine once a second at most, however fast texts leave', async () => {
  vi.useFakeTimers();
  const { bridge } = openStrip();
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  const before = bridge.askedFor('outbox/read-status').length;
  for (let fifth = 0; fifth < 20; fifth += 1) {
    bridge.tell({ event: 'changed', room: 'outbox' });
    await act(() => vi.advanceTimersByTimeAsync(200));
  }
  expect(bridge.askedFor('outbox/read-status').length - before).toBeLessThanOrEqual(5);
  expect(bridge.askedFor('outbox/read-status').length - before).toBeGreaterThanOrEqual(3);
});

describe('that the engine was restarted', () => {
  function openLine() {
    const onSeen = vi.fn();
    const page = openPage(<EngineLine onSeen={onSeen} />, {});
    act(() => page.bridge.tell({ event: 'engine', state: 'ready', losses: 1 }));
    return { ...page, onSeen };
  }

  it('is seen off with its key', async () => {
    const { user, onSeen } = openLine();
    await screen.findByText(/was restarted/);
    await user.keyboard('{Control>}g{/Control}');
    expect(screen.queryByText(/was restarted/)).toBeNull();
    expect(onSeen).toHaveBeenCalledOnce();
  });

  it('is no news for whoever comes next', async () => {
    const { store } = openLine();
    await screen.findByText(/was restarted/);
    act(() => void store.dispatch(signedOut()));
    expect(screen.queryByText(/was restarted/)).toBeNull();
  });
});
