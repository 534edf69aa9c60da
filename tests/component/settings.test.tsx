import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { useAppSelector } from '../../renderer/app/store.ts';
import { type Person, signedIn, signedOut } from '../../renderer/bridge/session-slice.ts';
import { SettingsScreen } from '../../renderer/features/settings/settings-screen.tsx';
import { chooseLanguage } from '../../renderer/words/index.ts';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import type { Answers } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage, rosa } from './support/page.tsx';
import { settings } from './support/settings.ts';

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' };

const aNumber = {
  numberId: 1,
  phone: '+12025550123',
  label: 'Office',
  canText: true,
  segmentsPerSecond: 1,
  lost: false,
};

const practice: Answers = {
  'campaign/read': { mode: 'practice', campaign: { name: 'Harbor Tenants', mode: 'practice', foundedAt: 0 } },
  'campaign/read-settings': { settings, joinCode: '041297' },
  'campaign/change-settings': { settings },
  'campaign/list-fields': { fields: [{ fieldId: 1, slug: 'ward', title: 'Ward' }] },
  'numbers/list': {
    numbers: [aNumber, { ...aNumber, numberId: 2, phone: '+12025550124', lost: true }],
    accountSegmentsPerSecond: null,
  },
  'app/list-campaigns': {
    campaigns: [
      { campaignId: 'a', name: 'Harbor Tenants', mode: 'practice', begunAt: 0, isOpen: true },
      { campaignId: 'b', name: 'Bay Ballot', mode: 'live', begunAt: 0, isOpen: false },
    ],
  },
  'app/read-about': { version: '0.1.0', language: 'en' },
};

const live: Answers = {
  ...practice,
  'campaign/read': { mode: 'live', campaign: { name: 'Bay Ballot', mode: 'live', foundedAt: 0 } },
  'app/read-credentials': { credentials: null, hasKeychain: true, notice: null },
};

/** The settings while one is there, as in the window. */
function Settings() {
  const screenName = useAppSelector(({ place }) => place.now.screen);
  return screenName === 'settings' ? <SettingsScreen place={{ screen: 'settings' }} /> : <p>{screenName}</p>;
}

const intentsOf = (asked: readonly unknown[]) => asked.map((input) => (input as { intentId: string }).intentId);

const section = (name: string) => screen.findByRole('region', { name });

describe('what the campaign decides', () => {
  it('is saved when one leaves the field, and says so quietly', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'campaign/rename': {} },
    });
    const name = await screen.findByRole('textbox', { name: 'Name of the campaign' });
    await user.clear(name);
    await user.type(name, 'Harbor Renters');
    await user.tab();
    expect(bridge.askedFor('campaign/rename')).toEqual([
      { intentId: expect.any(String), campaignName: 'Harbor Renters' },
    ]);
    expect(await within(await section('This campaign')).findByText('Saved')).toBeTruthy();
  });

  it('limits the replies to answer before the next batch, or does not', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: {
        ...practice,
        'campaign/read-settings': { settings: { ...settings, mostUnanswered: 20 }, joinCode: '041297' },
      },
    });
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /Most replies to answer/ });
    expect(field.value).toBe('20');
    await user.clear(field);
    await user.type(field, '1001');
    expect(screen.getByText(/whole number between 0 and 1,000, or nothing. Until then, 20 stands/)).toBeTruthy();
    await user.tab();
    expect(bridge.askedFor('campaign/change-settings')).toEqual([]);
    await user.clear(field);
    await user.type(field, '0{Enter}');
    await user.clear(field);
    await user.tab();
    expect(bridge.askedFor('campaign/change-settings')).toMatchObject([
      { changes: { mostUnanswered: 0 } },
      { changes: { mostUnanswered: null } },
    ]);
  });

  it.each(['banana', '1.5', '-3', '99999999'])(
    'shows %s where a whole number goes, and says what goes there',
    async (typed) => {
      const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
      const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /Most replies to answer/ });
      await user.type(field, typed);
      await user.tab();
      expect(field.value).toBe(typed);
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(
        screen.getByText(/whole number between 0 and 1,000, or nothing. Until then, there is no limit/),
      ).toBeTruthy();
      expect(bridge.askedFor('campaign/change-settings')).toEqual([]);
    },
  );

  it('has what it could not keep when one comes back, for whoever wrote it', async () => {
    const { user, bridge, store } = openPage(<Settings />, {
      answers: { ...practice, 'campaign/change-settings': () => ({ error: appError('store/disk-full') }) },
      place: { screen: 'settings' },
    });
    const number = () => screen.findByRole<HTMLInputElement>('textbox', { name: /Most replies to answer/ });
    const words = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Words on the start button' });
    const leaveAndComeBack = async (): Promise<void> => {
      act(() => void store.dispatch(wentTo({ screen: 'today' })));
      await screen.findByText('today');
      await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
      act(() => void store.dispatch(wentTo({ screen: 'settings' })));
    };
    await user.type(await words(), 'Knock on doors');
    await user.type(await number(), 'banana');
    await leaveAndComeBack();
    expect((await number()).value).toBe('banana');
    expect(screen.getByText(/whole number between 0 and 1,000/)).toBeTruthy();
    expect((await words()).value).toBe('Knock on doors');
    await user.type(await number(), '{Escape}');
    bridge.answer({ 'campaign/change-settings': { settings } });
    await user.type(await words(), '{Escape}');
    await leaveAndComeBack();
    expect((await number()).value).toBe('');
    await user.type(await number(), 'banana');
    act(() => void store.dispatch(signedOut()));
    act(() => void store.dispatch(signedIn({ token: 'another', person: rosa })));
    act(() => void store.dispatch(wentTo({ screen: 'settings' })));
    expect((await number()).value).toBe('');
  });

  it('lets texters write, or send written scripts only', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    const own = await screen.findByRole<HTMLInputElement>('radio', { name: 'Scripts and own words' });
    expect(own.checked).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'Written scripts only' }));
    expect(bridge.askedFor('campaign/change-settings')).toMatchObject([{ changes: { ownWords: false } }]);
  });

  it('puts words on the start button', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    const words = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Words on the start button' });
    expect(words.maxLength).toBe(30);
    await user.type(words, ' Knock on doors {Enter}');
    expect(bridge.askedFor('campaign/change-settings')).toMatchObject([{ changes: { startWords: 'Knock on doors' } }]);
  });

  it('is not asked for when nothing was changed', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    await user.click(await screen.findByRole('textbox', { name: 'Name of the campaign' }));
    await user.tab();
    expect(bridge.askedFor('campaign/rename')).toEqual([]);
  });

  it('comes back with Escape', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name of the campaign' });
    await user.type(name, ' of the Bay{Escape}');
    expect(name.value).toBe('Harbor Tenants');
    await user.tab();
    expect(bridge.askedFor('campaign/rename')).toEqual([]);
  });

  it('is saved when one goes elsewhere by a key, and not when it cannot be', async () => {
    const { user, bridge, store } = openPage(<Settings />, {
      answers: { ...practice, 'campaign/rename': {} },
      place: { screen: 'settings' },
    });
    await user.type(await screen.findByRole('textbox', { name: 'Name of the campaign' }), ' Union');
    act(() => void store.dispatch(wentTo({ screen: 'today' })));
    await expect
      .poll(() => bridge.askedFor('campaign/rename'))
      .toMatchObject([{ campaignName: 'Harbor Tenants Union' }]);
    act(() => void store.dispatch(wentTo({ screen: 'settings' })));
    await user.clear(await screen.findByRole('textbox', { name: 'Name of the campaign' }));
    act(() => void store.dispatch(wentTo({ screen: 'today' })));
    expect(bridge.askedFor('campaign/rename')).toHaveLength(1);
  });

  it('is asked for as the same act until it is answered, and as another when it is another', async () => {
    const error = appError('store/disk-full');
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'campaign/rename': () => ({ error }) },
    });
    const name = await screen.findByRole('textbox', { name: 'Name of the campaign' });
    for (const typed of [' Union{Enter}', '{Enter}', '!{Enter}']) {
      const before = bridge.askedFor('campaign/rename').length;
      await user.type(name, typed);
      await expect.poll(() => bridge.askedFor('campaign/rename')).toHaveLength(before + 1);
      await screen.findByText(sentenceOf(error, 'en'));
    }
    const [first, again, other] = intentsOf(bridge.askedFor('campaign/rename'));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('is what was typed last, although an earlier answer comes late', async () => {
    const late = lateAnswer<Record<string, never>>();
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'campaign/rename': ({ campaignName }) => (campaignName === 'B' ? late.promise : {}) },
    });
    const name = await screen.findByRole('textbox', { name: 'Name of the campaign' });
    await user.clear(name);
    await user.type(name, 'B{Enter}');
    await user.clear(name);
    await user.type(name, 'Harbor Tenants{Enter}');
    late.resolve({});
    await expect
      .poll(() => bridge.askedFor('campaign/rename'))
      .toMatchObject([{ campaignName: 'B' }, { campaignName: 'Harbor Tenants' }]);
  });

  it('is not saved without what it needs', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    await user.clear(await screen.findByRole('textbox', { name: 'Name of the campaign' }));
    await user.tab();
    expect(screen.getByText(/^Enter a name for the campaign\. Until then, .+ stands\.$/)).toBeTruthy();
    expect(bridge.askedFor('campaign/rename')).toEqual([]);
  });

  it('finds an hour by typing it, and Enter takes it', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'campaign/change-settings': { settings } },
    });
    await user.click(await screen.findByRole('combobox', { name: 'Texting hours begin' }));
    await user.keyboard('11:30 a{Enter}');
    await waitFor(() =>
      expect(bridge.askedFor('campaign/change-settings')).toMatchObject([{ changes: { startMinute: 690 } }]),
    );
  });

  it('takes the hour that the arrow keys went to', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'campaign/change-settings': { settings } },
    });
    await user.click(await screen.findByRole('combobox', { name: 'Texting hours begin' }));
    await user.keyboard('11:30{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() =>
      expect(bridge.askedFor('campaign/change-settings')).toMatchObject([{ changes: { startMinute: 1410 } }]),
    );
  });

  it.each(['1', '12', '11:30', '11:30 a{Backspace}', '11:30 a{Backspace}{Backspace}'])(
    'saves no hour by Enter where %s fits more than one',
    async (typed) => {
      const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
        answers: { ...practice, 'campaign/change-settings': { settings } },
      });
      const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Texting hours begin' });
      const before = field.value;
      await user.click(field);
      await user.keyboard(`${typed}{Enter}`);
      await user.tab();
      expect(field.value).toBe(before);
      expect(bridge.askedFor('campaign/change-settings')).toEqual([]);
    },
  );

  it('shows no list of hours to whoever only passes by', async () => {
    const { user } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    const field = await screen.findByRole('combobox', { name: 'Texting hours begin' });
    while (document.activeElement !== field) await user.tab();
    expect(field.getAttribute('aria-expanded')).toBe('false');
    await user.keyboard('{ArrowDown}');
    expect(field.getAttribute('aria-expanded')).toBe('true');
  });

  it('tells beside the field why it was refused', async () => {
    const error = appError('campaign/bad-hours');
    const { user } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'campaign/change-settings': () => ({ error }) },
    });
    await user.click(await screen.findByRole('combobox', { name: 'Texting hours end' }));
    await user.click(await screen.findByRole('option', { name: '8:00 AM' }));
    const field = screen.getByRole('combobox', { name: 'Texting hours end' });
    const said = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    const described = said.map((id) => document.getElementById(id)?.textContent).join();
    expect(described).toContain(sentenceOf(error, 'en'));
  });

  it.each([
    [0, 1440, true],
    [540, 1290, true],
    [450, 1260, true],
    [480, 1260, false],
  ])('says calmly that hours from minute %i to %i may be too wide: %s', async (startMinute, endMinute, isTold) => {
    const wide = { settings: { ...settings, startMinute, endMinute }, joinCode: '041297' };
    openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'campaign/read-settings': wide },
    });
    await screen.findByRole('combobox', { name: 'Texting hours begin' });
    expect(screen.queryByText(/^Wider than 8:00\sAM to 9:00\sPM where the contact lives/) !== null).toBe(isTold);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('calls midnight the same at both ends of the hours', async () => {
    const allDay = { settings: { ...settings, startMinute: 0, endMinute: 1440 }, joinCode: '041297' };
    openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'campaign/read-settings': allDay },
    });
    for (const name of ['Texting hours begin', 'Texting hours end'])
      expect((await screen.findByRole<HTMLInputElement>('combobox', { name })).value).toBe('Midnight');
  });

  it('takes the size of a batch at one press', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    await user.click(await screen.findByRole('radio', { name: '25' }));
    expect(bridge.askedFor('campaign/change-settings')).toEqual([
      { intentId: expect.any(String), changes: { bucketSize: 25 } },
    ]);
  });
});

it('adds a custom field, whose name in scripts follows its title', async () => {
  const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
    answers: { ...practice, 'campaign/add-field': { fieldId: 2 } },
  });
  await user.type(await screen.findByRole('textbox', { name: 'Title' }), 'Polling place{Enter}');
  expect(bridge.askedFor('campaign/add-field')).toEqual([
    { intentId: expect.any(String), title: 'Polling place', slug: 'polling_place' },
  ]);
  expect(screen.getByText('custom_field_ward')).toBeTruthy();
});

it('leaves the focus where somebody has gone when a custom field is added late', async () => {
  const late = lateAnswer<{ fieldId: number }>();
  const { user } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
    answers: { ...practice, 'campaign/add-field': () => late.promise },
  });
  const title = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Title' });
  await user.type(title, 'Polling place{Enter}');
  const other = screen.getByRole('textbox', { name: 'Name of the campaign' });
  await user.click(other);
  late.resolve({ fieldId: 2 });
  await expect.poll(() => title.value).toBe('');
  expect(document.activeElement).toBe(other);
});

describe('numbers', () => {
  it('that the account has lost are marked and have no rate', async () => {
    openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    const row = await screen.findByRole('row', { name: /555-0124/ });
    expect(row.textContent).toContain('No longer in the account');
    expect(within(row).queryByRole('textbox')).toBeNull();
  });

  it('take a rate each, and all together', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'numbers/set-rate': {}, 'numbers/set-account-rate': {} },
    });
    const rate = await screen.findByRole('textbox', { name: 'Segments per second from (202) 555-0123' });
    await user.clear(rate);
    await user.type(rate, '3.5{Enter}');
    await user.type(screen.getByRole('textbox', { name: /All numbers together/ }), '10{Enter}');
    const intentId = expect.any(String);
    expect(bridge.askedFor('numbers/set-rate')).toEqual([{ intentId, numberId: 1, segmentsPerSecond: 3.5 }]);
    expect(bridge.askedFor('numbers/set-account-rate')).toEqual([{ intentId, segmentsPerSecond: 10 }]);
  });

  it('show a rate as it is kept', async () => {
    const { user } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    const name = 'Segments per second from (202) 555-0123';
    const rate = await screen.findByRole<HTMLInputElement>('textbox', { name });
    await user.type(rate, '.0{Enter}');
    await expect.poll(() => rate.value).toBe('1');
  });

  it('take no rate that the carrier cannot have', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    const rate = await screen.findByRole('textbox', { name: 'Segments per second from (202) 555-0123' });
    await user.clear(rate);
    await user.type(rate, '0{Enter}');
    expect(screen.getByText('Enter a number between 0.01 and 1,000. Until then, 1 stands.')).toBeTruthy();
    expect(bridge.askedFor('numbers/set-rate')).toEqual([]);
  });
});

describe('the carrier account', () => {
  const typeAll = async (user: ReturnType<typeof openPage>['user']) => {
    await user.type(await screen.findByLabelText('Account SID'), 'AC-typed');
    await user.type(screen.getByLabelText('API key SID'), 'SK-typed');
    await user.type(screen.getByLabelText('API key secret'), 'a secret');
    await user.click(screen.getByRole('button', { name: 'Connect the account' }));
  };

  it('is not there in practice', async () => {
    const { bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice });
    await section('Numbers');
    expect(screen.queryByRole('region', { name: 'Carrier account' })).toBeNull();
    expect(bridge.askedFor('app/read-credentials')).toEqual([]);
  });

  it('is told to an admin, who can change nothing of it', async () => {
    const admin: Person = { ...omar, role: 'admin' };
    openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: live, person: admin });
    await screen.findByText('Only an owner can connect, change or forget the account.');
    expect(screen.queryByLabelText('API key secret')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Connect the account' })).toBeNull();
  });

  it('is connected with three things, and the secret does not stay on the page', async () => {
    const credentials = { accountSidEnding: '1a2b', apiKeySidEnding: '3c4d' };
    const { user, bridge, store } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: {
        ...live,
        'app/save-credentials': () => {
          bridge.answer({ 'app/read-credentials': { credentials, hasKeychain: true, notice: null } });
          return { credentials, accountName: 'Bay Ballot', numbers: [], notice: null };
        },
      },
    });
    await typeAll(user);
    expect(await screen.findByText('Account ending in 1a2b, API key ending in 3c4d.')).toBeTruthy();
    expect(screen.getByText(/Connected to Bay Ballot. The account has no number that can text yet/)).toBeTruthy();
    expect(screen.queryByLabelText('API key secret')).toBeNull();
    expect(JSON.stringify(store.getState())).not.toContain('a secret');
  });

  it('is told of when it is connected late, and no form that was opened since is closed', async () => {
    const credentials = { accountSidEnding: '1a2b', apiKeySidEnding: '3c4d' };
    const late = lateAnswer<{
      credentials: typeof credentials;
      accountName: string;
      numbers: never[];
      notice: null;
    }>();
    const { user } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: {
        ...live,
        'app/read-credentials': { credentials, hasKeychain: true, notice: null },
        'app/save-credentials': () => late.promise,
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Use other credentials' }));
    await typeAll(user);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Use other credentials' }));
    await user.type(screen.getByLabelText('Account SID'), 'AC-next');
    late.resolve({ credentials, accountName: 'Bay Ballot', numbers: [], notice: null });
    expect(await screen.findByText(/Connected to Bay Ballot/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Account SID').value).toBe('AC-next');
  });

  it('keeps nothing of the secret in the page’s store when it is refused, and is asked for again as the same act', async () => {
    const error = appError('store/disk-full');
    const { user, bridge, store } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...live, 'app/save-credentials': () => ({ error }) },
    });
    await typeAll(user);
    await screen.findByText(sentenceOf(error, 'en'));
    expect(JSON.stringify(store.getState())).not.toContain('a secret');
    await user.click(screen.getByRole('button', { name: 'Connect the account' }));
    await expect.poll(() => bridge.askedFor('app/save-credentials')).toHaveLength(2);
    await user.type(screen.getByLabelText('API key secret'), '!{Enter}');
    await expect.poll(() => bridge.askedFor('app/save-credentials')).toHaveLength(3);
    const [first, again, other] = intentsOf(bridge.askedFor('app/save-credentials'));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('hides the secret while it is typed', async () => {
    openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: live });
    expect((await screen.findByLabelText('API key secret')).getAttribute('type')).toBe('password');
  });

  it('tells at the field which of them cannot be right', async () => {
    const error = appError('app/bad-api-key-sid');
    const { user } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...live, 'app/save-credentials': () => ({ error }) },
    });
    await typeAll(user);
    expect(await screen.findByText(sentenceOf(error, 'en'))).toBeTruthy();
    expect(screen.getByLabelText('API key SID').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText('Account SID').getAttribute('aria-invalid')).toBeNull();
  });

  it('says that it will be forgotten where there is no keychain', async () => {
    const notice = appError('app/no-keychain');
    openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...live, 'app/read-credentials': { credentials: null, hasKeychain: false, notice } },
    });
    expect(await screen.findByText(sentenceOf(notice, 'en'))).toBeTruthy();
  });
});

describe('campaigns on this computer', () => {
  it('are opened from here', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'app/open-campaign': {} },
    });
    await user.click(await screen.findByRole('button', { name: 'Open Bay Ballot' }));
    expect(bridge.askedFor('app/open-campaign')).toEqual([{ campaignId: 'b' }]);
    expect(screen.queryByRole('button', { name: 'Open Harbor Tenants' })).toBeNull();
  });

  it('that are live begin after one has read what they need', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'app/create-campaign': { campaignId: 'c' } },
    });
    await user.click(await screen.findByRole('button', { name: 'Start a live campaign' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(3);
    expect(bridge.askedFor('app/create-campaign')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Create the live campaign' }));
    expect(bridge.askedFor('app/create-campaign')).toEqual([{ intentId: expect.any(String), mode: 'live' }]);
  });

  it('that are for practice begin after one has read what becomes of this one', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: { ...practice, 'app/create-campaign': { campaignId: 'c' } },
    });
    await user.click(await screen.findByRole('button', { name: 'Start another practice campaign' }));
    const dialog = await screen.findByRole('dialog', { name: 'Start another practice campaign' });
    expect(within(dialog).getByText(/^Harbor Tenants closes meanwhile and stays as it is/)).toBeTruthy();
    expect(bridge.askedFor('app/create-campaign')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.askedFor('app/create-campaign')).toEqual([{ intentId: expect.any(String), mode: 'practice' }]);
  });
});

describe('this window and this computer', () => {
  it('are all that a texter sees, and asks for', async () => {
    const { bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice, person: omar });
    await section('This computer');
    expect(screen.getAllByRole('region').map((region) => region.textContent?.slice(0, 11))).toHaveLength(2);
    for (const name of ['campaign/read-settings', 'numbers/list', 'app/list-campaigns'] as const) {
      expect(bridge.askedFor(name)).toEqual([]);
    }
    // Main would refuse it, too: where the data is concerns who looks after it.
    expect(screen.queryByRole('button', { name: 'Show the folder' })).toBeNull();
  });

  it('speak another language at once', async () => {
    const { user } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice, person: omar });
    await user.click(await screen.findByRole('radio', { name: 'Español' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Ajustes' })).toBeTruthy();
    await chooseLanguage('en');
  });

  it('look as one chooses', async () => {
    const { user } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, { answers: practice, person: omar });
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
    // Mantine must not write a style into the page, which the content policy would refuse.
    expect(document.querySelectorAll('style')).toHaveLength(0);
  });

  it('have the campaign’s file checked, and say what came of it', async () => {
    const job = { jobId: 5, kind: 'store/check-integrity', done: 0, total: null, startedAt: 0 };
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: {
        ...practice,
        'store/check-integrity': { jobId: 5 },
        'jobs/read': { job: { ...job, state: 'running', endedAt: null, outcome: null } },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Check the file' }));
    expect(await screen.findByRole('button', { name: 'Checking…' })).toBeTruthy();
    const outcome = { sound: true, faults: [] };
    bridge.answer({ 'jobs/read': { job: { ...job, state: 'done', endedAt: 1, outcome } } });
    bridge.tell({ event: 'job', jobId: 5, state: 'done', done: 1, total: 1 });
    expect(await screen.findByText('The file is sound.')).toBeTruthy();
  });

  it('are told when nothing more is heard of the check, and can have it done again', async () => {
    const { user, bridge } = openPage(<SettingsScreen place={{ screen: 'settings' }} />, {
      answers: {
        ...practice,
        'store/check-integrity': { jobId: 5 },
        'jobs/read': () => ({ error: appError('jobs/not-found') }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Check the file' }));
    expect(await screen.findByText('The check was not finished.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Check the file' }));
    await waitFor(() => expect(bridge.askedFor('store/check-integrity')).toHaveLength(2));
  });
});

it('the part that the place names has the focus as soon as it is there', async () => {
  openPage(<SettingsScreen place={{ screen: 'settings', section: 'window' }} />, { answers: practice, person: omar });
  const part = await screen.findByRole('region', { name: 'This window' });
  await expect.poll(() => document.activeElement?.contains(part)).toBe(true);
  expect(document.activeElement).not.toBe(document.body);
});
