/** The real engine and what main hands to it: which carrier a store gets, and what becomes of live credentials. */
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CarrierCredentials, Identity } from '../../../shared/contract/index.ts';
import { startEngine } from '../../support/engine-process.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../../support/simulator-process.ts';
import { type ParentedEngine, startParentedEngine } from './support/parented-engine.ts';

async function simulator(numberCount = 2): Promise<SimulatorProcess> {
  const started = await startSimulatorProcess({ numberCount, knobs: { latencyMs: 0 } });
  onTestFinished(async () => {
    await started.stop();
  });
  return started;
}

function credentialsOf({ ready }: SimulatorProcess): CarrierCredentials {
  const { accountSid, apiKeySid, apiKeySecret } = ready;
  return { accountSid, apiKeySid, apiKeySecret };
}

async function requestsTo(carrier: SimulatorProcess): Promise<number> {
  const { requests } = await carrier.counts();
  return Object.values(requests)
    .flatMap((outcomes) => Object.values(outcomes))
    .reduce((sum, count) => sum + count, 0);
}

async function check(engine: ParentedEngine, credentials: CarrierCredentials, n = 1) {
  engine.say({ kind: 'check-credentials', n, credentials });
  return (await engine.hear('credentials-checked')).outcome;
}

async function readyOn(folder: string): Promise<ParentedEngine> {
  const engine = startParentedEngine(['--data', folder]);
  await engine.hear('opened');
  engine.say({ kind: 'carrier', carrier: null });
  await engine.hear('ready');
  return engine;
}

let lastQuestion = 0;

async function identify(engine: ParentedEngine, session: string | null): Promise<Identity | undefined> {
  const n = ++lastQuestion;
  engine.say({ kind: 'identify', n, session });
  const answer = () => engine.said.find((said) => said.kind === 'identified' && said.n === n);
  await vi.waitUntil(answer, 10_000);
  const said = answer();
  return said?.kind === 'identified' ? said.identity : undefined;
}

describe('an engine with a parent', () => {
  it('opens the store, says of what mode it is, and is ready when it has its carrier', async () => {
    const { ready } = await simulator();
    const engine = startParentedEngine(['--data', temporaryFolder()]);
    expect(await engine.hear('opened')).toEqual({ kind: 'opened', mode: 'practice' });
    expect(engine.said.map(({ kind }) => kind)).not.toContain('ready');
    engine.say({ kind: 'carrier', carrier: ready });
    await engine.hear('ready');
    expect(await engine.hear('named')).toEqual({ kind: 'named', name: null });
    engine.say({ kind: 'stop' });
    expect(await engine.exited).toBe(0);
  });

  it('is ready without a carrier when there is none', async () => {
    const engine = startParentedEngine(['--data', temporaryFolder()]);
    await engine.hear('opened');
    engine.say({ kind: 'carrier', carrier: null });
    await engine.hear('ready');
  });

  it('is ready while a carrier of a known account is still coming, and speaks with it once it is there', async () => {
    const practice = await simulator();
    const engine = startParentedEngine(['--data', temporaryFolder()]);
    await engine.hear('opened');
    engine.say({ kind: 'carrier-coming', accountSid: practice.ready.accountSid });
    await engine.hear('ready');
    expect(await requestsTo(practice)).toBe(0);
    engine.say({ kind: 'carrier', carrier: practice.ready });
    await vi.waitUntil(async () => (await requestsTo(practice)) > 0, 10_000);
    engine.say({ kind: 'stop' });
    expect(await engine.exited).toBe(0);
  });

  it('leaves in order while a carrier that was said to come has not come', async () => {
    const engine = startParentedEngine(['--data', temporaryFolder()]);
    await engine.hear('opened');
    engine.say({ kind: 'carrier-coming', accountSid: `AC${'0'.repeat(32)}` });
    await engine.hear('ready');
    engine.say({ kind: 'stop' });
    expect(await engine.exited).toBe(0);
  });

  it('does not text through a carrier of another account than was said to come', async () => {
    const practice = await simulator();
    const engine = startParentedEngine(['--data', temporaryFolder()]);
    await engine.hear('opened');
    engine.say({ kind: 'carrier-coming', accountSid: `AC${'0'.repeat(32)}` });
    await engine.hear('ready');
    engine.say({ kind: 'carrier', carrier: practice.ready });
    expect(await engine.exited).toBe(70);
    expect(await requestsTo(practice)).toBe(0);
  });

  it('tells who acts by a session, once the campaign is founded', async () => {
    const folder = temporaryFolder();
    const atDoor = startEngine(['--data', folder]);
    const founder = { campaignName: 'Harbor Tenants Union', firstName: 'Rosa' };
    await atDoor.call('campaign/found', { intentId: randomUUID(), ...founder });
    const signedIn = await atDoor.call('people/sign-in', { userId: 1 });
    const over = await atDoor.call('people/sign-in', { userId: 1 });
    if (!signedIn.ok || !over.ok) throw new Error('nobody could sign in');
    await atDoor.call('people/sign-out', {}, over.value.session);
    await atDoor.end();

    const engine = await readyOn(folder);
    expect(await identify(engine, signedIn.value.session)).toEqual({ isFounded: true, role: 'owner' });
    expect(await identify(engine, over.value.session)).toEqual({ isFounded: true, role: 'ended' });
    expect(await identify(engine, 'a'.repeat(43))).toEqual({ isFounded: true, role: null });
    expect(await identify(engine, null)).toEqual({ isFounded: true, role: null });
  });

  it('tells that there is nobody before the founding', async () => {
    expect(await identify(await readyOn(temporaryFolder()), 'token')).toEqual({ isFounded: false, role: null });
  });

  it('leaves in order when it is told to while it waits for its carrier', async () => {
    const engine = startParentedEngine(['--data', temporaryFolder()]);
    await engine.hear('opened');
    engine.say({ kind: 'stop' });
    expect(await engine.exited).toBe(0);
  });

  it.each([
    ['practice', null, 'carrier/live-only'],
    ['practice', 'https://api.twilio.com', 'carrier/forbidden-host'],
    ['live', 'http://127.0.0.1:4010', 'carrier/practice-only'],
  ] as const)('does not text from a %s store through %s', async (mode, url, code) => {
    const engine = startParentedEngine(['--data', temporaryFolder(), '--mode', mode]);
    await engine.hear('opened');
    const credentials = { accountSid: `AC${'0'.repeat(32)}`, apiKeySid: `SK${'0'.repeat(32)}`, apiKeySecret: 'secret' };
    engine.say({ kind: 'carrier', carrier: { ...credentials, url } });
    expect((await engine.hear('failed')).error.code).toBe(code);
  });

  it('uses live credentials at an address of this machine only, when it is not Twilio’s', async () => {
    const folder = temporaryFolder();
    const engine = startParentedEngine(['--data', folder, '--mode', 'live', '--live-address', 'http://192.0.2.1']);
    await engine.hear('opened');
    const credentials = { accountSid: `AC${'0'.repeat(32)}`, apiKeySid: `SK${'0'.repeat(32)}`, apiKeySecret: 'secret' };
    engine.say({ kind: 'carrier', carrier: { ...credentials, url: null } });
    expect((await engine.hear('failed')).error.code).toBe('carrier/forbidden-host');
  });
});

it('an engine at the line door gives a live store no carrier', async () => {
  const { ready } = await simulator();
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'ready.json');
  writeFileSync(file, JSON.stringify(ready));
  const engine = startEngine(['--data', folder, '--mode', 'live', '--simulator', file]);
  expect(await engine.waitFor('failed')).toMatchObject({ error: { code: 'carrier/practice-only' } });
  await engine.exited;
});

describe('credentials that somebody typed', () => {
  async function liveEngine(address: string, folder = temporaryFolder()): Promise<ParentedEngine> {
    const engine = startParentedEngine(['--data', folder, '--mode', 'live', '--live-address', address]);
    await engine.hear('opened');
    engine.say({ kind: 'carrier', carrier: null });
    await engine.hear('ready');
    return engine;
  }

  it('are answered with the account’s name and its numbers', async () => {
    const carrier = await simulator(2);
    const engine = await liveEngine(carrier.ready.url);
    expect(await check(engine, credentialsOf(carrier))).toEqual({
      ok: true,
      value: {
        accountName: 'Practice carrier',
        numbers: [
          { phone: '+12025550198', label: '(202) 555-0198' },
          { phone: '+12025550199', label: '(202) 555-0199' },
        ],
      },
    });
  });

  it('hold for an account that has no number yet', async () => {
    const carrier = await simulator(0);
    const engine = await liveEngine(carrier.ready.url);
    expect(await check(engine, credentialsOf(carrier))).toMatchObject({ ok: true, value: { numbers: [] } });
  });

  it('are refused as the carrier refuses them', async () => {
    const carrier = await simulator();
    const engine = await liveEngine(carrier.ready.url);
    const wrong = { ...credentialsOf(carrier), apiKeySecret: 'f'.repeat(32) };
    expect(await check(engine, wrong)).toMatchObject({ ok: false, error: { code: 'carrier/wrong-credentials' } });
  });

  it('are found nowhere: not in the store, its log, what was printed, nor in what the engine says', async () => {
    const carrier = await simulator();
    const folder = temporaryFolder();
    const credentials = credentialsOf(carrier);
    const first = await liveEngine(carrier.ready.url, folder);
    expect(await check(first, credentials)).toMatchObject({ ok: true });
    first.say({ kind: 'stop' });
    await first.exited;

    const args = ['--data', folder, '--mode', 'live', '--live-address', carrier.ready.url];
    const second = startParentedEngine(args);
    await second.hear('opened');
    const before = await requestsTo(carrier);
    second.say({ kind: 'carrier', carrier: { ...credentials, url: null } });
    await second.hear('ready');
    // The engine has spoken with the carrier by itself.
    await expect.poll(() => requestsTo(carrier), { timeout: 20_000 }).toBeGreaterThan(before);
    expect(await check(second, { ...credentials, apiKeySecret: `${credentials.apiKeySecret}0` })).toMatchObject({
      ok: false,
    });
    second.say({ kind: 'stop' });
    expect(await second.exited).toBe(0);

    const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['engine.log', 'fieldline.db']));
    const places = [
      ...files.map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'latin1')),
      ...[first, second].flatMap((engine) => [engine.printed(), JSON.stringify(engine.said)]),
    ];
    const { apiKeySid, apiKeySecret } = credentials;
    for (const place of places) {
      expect(place).not.toContain(apiKeySecret);
      expect(place).not.toContain(btoa(`${apiKeySid}:${apiKeySecret}`));
    }
  });
});
