import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { useAppSelector } from '../../renderer/app/store.ts';
import { ActionsScreen } from '../../renderer/features/actions/actions-screen.tsx';
import { appError } from '../../shared/errors.ts';
import { anAction, aroundActions } from './support/action-answers.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage } from './support/page.tsx';
import { settings } from './support/settings.ts';

function Here() {
  const place = useAppSelector((state) => state.place.now);
  return place.screen === 'actions' ? <ActionsScreen place={place} /> : null;
}

interface Script {
  readonly scriptId: number;
  readonly name: string;
  readonly body: string;
}

/** The page of a published action, over an engine that keeps its response scripts. */
function open(
  answers: Answers = {},
  changes: Parameters<typeof anAction>[0] = {},
  person: 'admin' | 'texter' = 'admin',
) {
  let responseScripts: readonly Script[] = [{ scriptId: 2, name: 'Will come', body: 'Great' }];
  return openPage(<Here />, {
    place: { screen: 'actions', actionId: 9 },
    ...(person === 'texter' && { person: { userId: 2, firstName: 'Omar', lastName: '', role: 'texter' } }),
    answers: {
      ...aroundActions,
      'actions/read': () => ({
        action: anAction(changes),
        initialScripts: [{ scriptId: 1, name: 'Rally (A)', body: 'Hi' }],
        responseScripts: [...responseScripts],
      }),
      'actions/add-response': ({ name, body }) => {
        responseScripts = [...responseScripts, { scriptId: 30, name, body }];
        return { scriptId: 30 };
      },
      'actions/change-response': ({ scriptId, name, body }) => {
        responseScripts = responseScripts.map((one) => (one.scriptId === scriptId ? { scriptId, name, body } : one));
        return { scriptId };
      },
      'actions/remove-response': ({ scriptId }) => {
        responseScripts = responseScripts.filter((one) => one.scriptId !== scriptId);
        return {};
      },
      ...answers,
    },
  });
}

const text = () => screen.getByLabelText<HTMLTextAreaElement>('Text');
const write = (body: string) => fireEvent.change(text(), { target: { value: body } });

describe('the response scripts of a published action', () => {
  it('that are none leave texters who may send scripts only without an answer, which is said', async () => {
    open({
      'actions/read': { action: anAction(), initialScripts: [], responseScripts: [] },
      'campaign/read-settings': { settings: { ...settings, ownWords: false }, joinCode: '123456' },
    });
    expect(await screen.findByText(/texters may send written scripts only: they can answer nobody/)).toBeTruthy();
    expect(screen.queryByText(/in their own words/)).toBeNull();
  });

  it('are added to by key, and shown with the focus on what was added', async () => {
    const { user, bridge } = open();
    await screen.findByRole('button', { name: 'Change: Will come' });
    await user.keyboard('a');
    expect(document.activeElement).toBe(await screen.findByLabelText('Name of the response'));
    await user.keyboard('Parking');
    write('There is parking, ##{{first_name}}.');
    const preview = screen.getByRole('complementary', { name: 'Preview' });
    await expect.poll(() => preview.textContent).toContain('There is parking, Ana.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const added = await screen.findByRole('button', { name: 'Change: Parking' });
    await expect.poll(() => document.activeElement).toBe(added);
    expect(screen.getByRole('status').textContent).toBe('Saved. Texters have it now.');
    expect(bridge.askedFor('actions/add-response')).toMatchObject([
      { actionId: 9, name: 'Parking', body: 'There is parking, ##{{first_name}}.' },
    ]);
  });

  it('are called by their first words when nobody has named them', async () => {
    const { user, bridge } = open();
    await screen.findByRole('button', { name: 'Change: Will come' });
    await user.keyboard('a');
    await screen.findByLabelText('Name of the response');
    write('See you there');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(bridge.askedFor('actions/add-response')).toMatchObject([{ name: 'See you there' }]));
  });

  it('are corrected in their place', async () => {
    const { user, bridge } = open();
    await user.click(await screen.findByRole('button', { name: 'Change: Will come' }));
    expect(await screen.findByDisplayValue('Great')).toBe(text());
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /Save/ }).disabled).toBe(true);
    write('Great, see you');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Great, see you')).toBeTruthy();
    expect(bridge.askedFor('actions/change-response')).toMatchObject([
      { actionId: 9, scriptId: 2, name: 'Will come', body: 'Great, see you' },
    ]);
  });

  it('are removed only after a question', async () => {
    const { user, bridge } = open();
    await user.click(await screen.findByRole('button', { name: 'Remove: Will come' }));
    expect((await screen.findByRole('dialog')).textContent).toContain('Messages sent with it stay as they are');
    await user.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(bridge.askedFor('actions/remove-response')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove: Will come' }));
    await screen.findByRole('dialog');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('There are none: texters answer in their own words.')).toBeTruthy();
    expect(bridge.askedFor('actions/remove-response')).toMatchObject([{ actionId: 9, scriptId: 2 }]);
  });

  it('are not saved without words, or with a link that carriers refuse', async () => {
    const { user, bridge } = open();
    await screen.findByRole('button', { name: 'Change: Will come' });
    await user.keyboard('a');
    await screen.findByLabelText('Name of the response');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('has no text yet');
    await expect.poll(() => document.activeElement).toBe(text());
    write('See bit.ly/x');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText(/public shortener/)).toBeTruthy();
    expect(bridge.askedFor('actions/add-response')).toEqual([]);
  });

  it('say why they were refused, and keep the words', async () => {
    const { user } = open({ 'actions/change-response': () => ({ error: appError('actions/ended') }) });
    await user.click(await screen.findByRole('button', { name: 'Change: Will come' }));
    await screen.findByDisplayValue('Great');
    write('Great, see you');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('has ended');
    expect(text().value).toBe('Great, see you');
  });

  it('that are being written are there again when one comes back', async () => {
    const { user, store } = open();
    await screen.findByRole('button', { name: 'Change: Will come' });
    await user.keyboard('a');
    await screen.findByLabelText('Name of the response');
    write('There is parking');
    store.dispatch(wentTo({ screen: 'contacts' }));
    await expect.poll(() => screen.queryByLabelText('Text')).toBeNull();
    store.dispatch(wentTo({ screen: 'actions', actionId: 9 }));
    expect(await screen.findByDisplayValue('There is parking')).toBeTruthy();
  });

  it('are left by Escape, with a question when words would be lost', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Change: Will come' }));
    await screen.findByDisplayValue('Great');
    await user.keyboard('{Escape}');
    const change = await screen.findByRole('button', { name: 'Change: Will come' });
    await expect.poll(() => document.activeElement).toBe(change);
    await user.click(change);
    await screen.findByDisplayValue('Great');
    write('Great, see you');
    await user.keyboard('{Escape}');
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /Keep writing/ }));
    expect(text().value).toBe('Great, see you');
    await user.keyboard('{Escape}');
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /Discard it/ }));
    expect(await screen.findByText('Great')).toBeTruthy();
  });

  it('are added anew when somebody has removed them meanwhile', async () => {
    const { user, bridge } = open();
    await user.click(await screen.findByRole('button', { name: 'Change: Will come' }));
    await screen.findByDisplayValue('Great');
    write('Great, see you');
    bridge.answer({
      'actions/read': {
        action: anAction(),
        initialScripts: [{ scriptId: 1, name: 'Rally (A)', body: 'Hi' }],
        responseScripts: [],
      },
    });
    bridge.tell({ event: 'changed', room: 'actions', ids: [9] });
    await screen.findByRole('button', { name: /Add it/ });
    expect(text().value).toBe('Great, see you');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(bridge.askedFor('actions/add-response')).toMatchObject([{ body: 'Great, see you' }]));
  });

  it.each([
    ['ended', { state: 'ended', endedAt: 3_000 }, 'admin'],
    ['somebody else’s to change', {}, 'texter'],
  ] as const)('are only shown where the action is %s', async (_why, changes, person) => {
    open({}, changes, person);
    expect(await screen.findByText('Great')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Add a response script|Change:|Remove:/ })).toBeNull();
  });
});
