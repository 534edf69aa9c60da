import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Campaign } from '../../../main/app/campaigns.ts';
import { credentialHandlers } from '../../../main/app/credential-calls.ts';
import { type CredentialsKeeper, keepCredentials } from '../../../main/app/credentials.ts';
import { keychainOver } from '../../../main/app/keychain.ts';
import { judgeCredentials } from '../../../main/app/typed-credentials.ts';
import type { CarrierCredentials, CheckedAccount } from '../../../shared/contract/index.ts';
import { type AppError, appError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { askingMain } from './support/ask-main.ts';
import { fakeKeychain } from './support/fake-keychain.ts';

const secret = 'Zq7hV2mT9xK4bN8cW3pL6rD1sF5gJ0yA';
const credentials: CarrierCredentials = {
  accountSid: `AC${'0123456789abcdef'.repeat(2)}`,
  apiKeySid: `SK${'fedcba9876543210'.repeat(2)}`,
  apiKeySecret: secret,
};
const endings = { accountSidEnding: 'cdef', apiKeySidEnding: '3210' };

function campaignOf(mode: Campaign['mode']): Campaign {
  const folder = join(temporaryFolder(), 'live');
  mkdirSync(folder);
  return { id: `${mode}-1`, mode, folder };
}

let live: Campaign;
beforeEach(() => {
  live = campaignOf('live');
});

describe('what was typed', () => {
  it('is taken when it can be right', () => {
    expect(judgeCredentials(credentials)).toEqual(ok(credentials));
  });

  it.each([
    [{ accountSid: '' }, 'app/bad-account-sid'],
    [{ accountSid: credentials.apiKeySid }, 'app/bad-account-sid'],
    [{ accountSid: `${credentials.accountSid}0` }, 'app/bad-account-sid'],
    [{ accountSid: credentials.accountSid.replace('0', 'g') }, 'app/bad-account-sid'],
    [{ apiKeySid: credentials.accountSid }, 'app/bad-api-key-sid'],
    [{ apiKeySid: 'Harbor key' }, 'app/bad-api-key-sid'],
    [{ apiKeySecret: '' }, 'app/bad-api-key-secret'],
    [{ apiKeySecret: 'with a blank in the middle of it' }, 'app/bad-api-key-secret'],
    [{ apiKeySecret: credentials.apiKeySid }, 'app/bad-api-key-secret'],
  ])('is refused when it is %o, and not repeated', (mistake, code) => {
    expect(judgeCredentials({ ...credentials, ...mistake })).toEqual({ ok: false, error: { code, kind: 'input' } });
  });
});

describe('credentials that are kept', () => {
  it('come back to the engine, also after a restart, and are sealed in a file for the owner alone', () => {
    keepCredentials(fakeKeychain()).keep(live, credentials);
    expect(keepCredentials(fakeKeychain()).read(live)).toEqual(credentials);
    const [file] = readdirSync(live.folder);
    expect(readdirSync(live.folder)).toHaveLength(1);
    const path = join(live.folder, String(file));
    expect(statSync(path).mode & 0o077).toBe(0);
    for (const part of Object.values(credentials)) expect(readFileSync(path, 'latin1')).not.toContain(part);
  });

  it('are shown by their last characters', () => {
    const keeper = keepCredentials(fakeKeychain());
    keeper.keep(live, credentials);
    expect(keeper.view(live)).toEqual({ credentials: endings, hasKeychain: true, notice: null });
  });

  it('are told to be unreadable when another keychain sealed them', () => {
    keepCredentials(fakeKeychain(85)).keep(live, credentials);
    const elsewhere = keepCredentials(fakeKeychain(44));
    expect(elsewhere.read(live)).toBeNull();
    expect(elsewhere.view(live)).toMatchObject({ credentials: null, notice: { code: 'app/credentials-unreadable' } });
  });

  it('are gone when they are forgotten', () => {
    const keeper = keepCredentials(fakeKeychain());
    keeper.keep(live, credentials);
    keeper.forget(live);
    expect([keeper.read(live), readdirSync(live.folder)]).toEqual([null, []]);
  });

  it('stay in memory without a keychain, and are written nowhere', () => {
    const keeper = keepCredentials(fakeKeychain(85, false));
    keeper.keep(live, credentials);
    expect(keeper.read(live)).toEqual(credentials);
    expect(keeper.view(live)).toEqual({
      credentials: endings,
      hasKeychain: false,
      notice: { code: 'app/no-keychain', kind: 'setup' },
    });
    expect(readdirSync(live.folder)).toEqual([]);
    expect(keepCredentials(fakeKeychain(85, false)).read(live)).toBeNull();
  });

  it('are no concern of a practice campaign', () => {
    const keeper = keepCredentials(fakeKeychain(85, false));
    expect(keeper.view(campaignOf('practice'))).toEqual({ credentials: null, hasKeychain: false, notice: null });
  });
});

describe('the keychain of the system', () => {
  const storageWith = (backend: string, isAvailable = true) => ({
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backend as never,
    encryptString: (text: string) => Buffer.from(text),
    decryptString: (): string => {
      throw new Error('not ours');
    },
  });

  it.each([
    ['linux', 'gnome_libsecret', true],
    ['linux', 'kwallet6', true],
    ['linux', 'basic_text', false],
    ['linux', 'unknown', false],
    ['darwin', 'unknown', true],
    ['win32', 'unknown', true],
  ] as const)('on %s with %s is there: %s', (platform, backend, isThere) => {
    expect(keychainOver(storageWith(backend), platform).isAvailable()).toBe(isThere);
  });

  it('is not there when Electron says so', () => {
    expect(keychainOver(storageWith('gnome_libsecret', false), 'linux').isAvailable()).toBe(false);
  });

  it('gives nothing for what it did not seal', () => {
    expect(keychainOver(storageWith('kwallet6'), 'linux').unseal(new Uint8Array([1]))).toBeNull();
  });
});

describe('saving credentials', () => {
  const account: CheckedAccount = { accountName: 'Harbor', numbers: [{ phone: '+12025550199', label: 'Main' }] };
  const intentId = '3f2b8a52-7a1c-4a0e-9f59-0c5f3f3d6f10';

  function openCalls(open: Campaign, outcome: Result<CheckedAccount, AppError> | null, keeper?: CredentialsKeeper) {
    const checked: CarrierCredentials[] = [];
    let restarts = 0;
    const handlers = credentialHandlers({
      campaigns: { open },
      keeper: keeper ?? keepCredentials(fakeKeychain()),
      host: {
        checkCredentials: (given) => {
          checked.push(given);
          return Promise.resolve(outcome);
        },
        restart: () => {
          restarts += 1;
          return Promise.resolve();
        },
      },
    });
    return {
      checked,
      restarts: () => restarts,
      ask: askingMain(handlers),
    };
  }

  it('asks the carrier, keeps them, and gives them to a new engine', async () => {
    const { ask, checked, restarts } = openCalls(live, ok(account));
    const answer = await ask('app/save-credentials', { intentId, ...credentials });
    expect(answer).toEqual(ok({ credentials: endings, ...account, notice: null }));
    expect(checked).toEqual([credentials]);
    expect(restarts()).toBe(1);
    expect(await ask('app/read-credentials', {})).toMatchObject({ ok: true, value: { credentials: endings } });
  });

  it('happens once for one intent, and another input under it is refused', async () => {
    const { ask, checked } = openCalls(live, ok(account));
    const input = { intentId, ...credentials };
    const [one, other] = await Promise.all([ask('app/save-credentials', input), ask('app/save-credentials', input)]);
    expect(one).toEqual(other);
    expect(checked).toHaveLength(1);
    const changed = { ...input, apiKeySecret: secret.replace('Z', 'z') };
    expect(await ask('app/save-credentials', changed)).toMatchObject({ error: { code: 'serve/intent-reused' } });
  });

  it('keeps nothing when the carrier says no, and may be tried again', async () => {
    const { ask, checked, restarts } = openCalls(live, err(appError('carrier/wrong-credentials')));
    const input = { intentId, ...credentials };
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await ask('app/save-credentials', input)).toMatchObject({ error: { code: 'carrier/wrong-credentials' } });
    }
    expect([checked.length, restarts(), readdirSync(live.folder)]).toEqual([2, 0, []]);
  });

  it('tells that nobody could be asked while there is no engine', async () => {
    const { ask } = openCalls(live, null);
    const answer = await ask('app/save-credentials', { intentId, ...credentials });
    expect(answer).toMatchObject({ error: { code: 'carrier/unreachable', kind: 'wait' } });
  });

  it('is refused in a practice campaign', async () => {
    const { ask, checked } = openCalls(campaignOf('practice'), ok(account));
    const answer = await ask('app/save-credentials', { intentId, ...credentials });
    expect(answer).toMatchObject({ error: { code: 'app/not-live' } });
    expect(checked).toEqual([]);
  });

  it('changes nothing when the file cannot be written', async () => {
    const folder = join(temporaryFolder(), 'a file');
    writeFileSync(folder, '');
    const { ask, restarts } = openCalls({ ...live, folder }, ok(account));
    const answer = await ask('app/save-credentials', { intentId, ...credentials });
    expect(answer).toMatchObject({ error: { code: 'app/credentials-not-kept' } });
    expect(restarts()).toBe(0);
  });

  it('repeats nothing of them, whatever is answered', async () => {
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    onTestFinished(() => printed.mockRestore());
    const outcomes = [ok(account), err(appError('carrier/wrong-credentials')), err(appError('store/damaged')), null];
    for (const outcome of outcomes) {
      const { ask } = openCalls(live, outcome);
      const answer = JSON.stringify([
        await ask('app/save-credentials', { intentId, ...credentials }),
        await ask('app/save-credentials', { intentId, ...credentials, apiKeySecret: `${secret} `.repeat(9) }),
        await ask('app/read-credentials', {}),
      ]);
      for (const part of Object.values(credentials)) expect(answer).not.toContain(part);
    }
    const lines = JSON.stringify(printed.mock.calls);
    expect(lines).toContain('incident');
    for (const part of Object.values(credentials)) expect(lines).not.toContain(part);
  });

  it('is undone by forgetting them, of which the engine learns', async () => {
    const { ask, restarts } = openCalls(live, ok(account));
    await ask('app/save-credentials', { intentId, ...credentials });
    expect(await ask('app/forget-credentials', {})).toEqual(ok({}));
    expect(restarts()).toBe(2);
    expect(await ask('app/read-credentials', {})).toMatchObject({ value: { credentials: null } });
  });
});
