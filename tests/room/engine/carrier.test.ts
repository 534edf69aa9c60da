/** A real engine and a real simulator: what an owner learns about the account, in both languages, and what no log learns. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../../shared/contract/index.ts';
import { sentenceOf } from '../../../shared/sentences/index.ts';
import { type EngineProcess, startEngine } from '../../support/engine-process.ts';
import { temporaryFolder } from '../../support/folders.ts';
import {
  type SimulatorProcess,
  type SimulatorProcessOptions,
  type SimulatorReady,
  startSimulatorProcess,
} from '../../support/simulator-process.ts';
import { errorJson } from '../carrier/builders.ts';
import { sendJson, serveHttp } from '../carrier/loopback-server.ts';

type AccountAnswer = Answer<'carrier/check-account'>;

async function simulatorWith(options: SimulatorProcessOptions = {}): Promise<SimulatorProcess> {
  const simulator = await startSimulatorProcess({ ...options, knobs: { latencyMs: 0, ...options.knobs } });
  onTestFinished(async () => {
    await simulator.stop();
  });
  return simulator;
}

async function signIn(engine: EngineProcess): Promise<string> {
  const intentId = randomUUID();
  await engine.call('campaign/found', { intentId, campaignName: 'Riverside Tenants', firstName: 'Ana' });
  const answer = await engine.call('people/sign-in', { userId: 1 });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.session;
}

/** Whatever would let its reader in, as it is and as it stands in a header. */
function credentialsIn(ready: SimulatorReady): string[] {
  const { accountSid, authToken, apiKeySid, apiKeySecret, controlToken } = ready;
  return [
    authToken,
    apiKeySecret,
    controlToken,
    btoa(`${apiKeySid}:${apiKeySecret}`),
    btoa(`${accountSid}:${authToken}`),
  ];
}

/** What the owner of a new campaign is answered when the engine was told of this simulator. */
async function checkAccount(ready: SimulatorReady): Promise<AccountAnswer> {
  const folder = temporaryFolder();
  const readyFile = join(folder, 'simulator.json');
  writeFileSync(readyFile, JSON.stringify(ready), { mode: 0o600 });
  const engine = startEngine(['--data', folder, '--simulator', readyFile]);
  onTestFinished(async () => {
    engine.signal('SIGKILL');
    await engine.exited;
  });
  await engine.waitFor('ready');
  const answer = await engine.call('carrier/check-account', {}, await signIn(engine));
  expect(await engine.end()).toBe(0);

  const log = readFileSync(join(folder, 'engine.log'), 'utf8');
  expect(log).toContain('ready');
  for (const credential of credentialsIn(ready)) {
    expect(log).not.toContain(credential);
    expect(JSON.stringify([answer, engine.news])).not.toContain(credential);
  }
  return answer;
}

function expectTold(answer: AccountAnswer, code: string, english: RegExp, spanish: RegExp): void {
  expect(answer).toMatchObject({ ok: false, error: { code } });
  if (answer.ok) return;
  expect(sentenceOf(answer.error, 'en')).toMatch(english);
  expect(sentenceOf(answer.error, 'es')).toMatch(spanish);
}

describe('the owner who checks the account', () => {
  it('learns its name, how many numbers it has, and that it is a simulated one', async () => {
    const simulator = await simulatorWith({ numberCount: 3 });
    expect(await checkAccount(simulator.ready)).toEqual({
      id: expect.any(Number),
      ok: true,
      value: { accountName: 'Practice carrier', numberCount: 3, simulated: true },
    });
  });

  it('is told that the credentials are wrong', async () => {
    const { ready } = await simulatorWith();
    const answer = await checkAccount({ ...ready, apiKeySecret: 'f'.repeat(32) });
    expectTold(answer, 'carrier/wrong-credentials', /did not accept .* credentials/, /no aceptó las credenciales/);
  });

  it('is told that the account is another one than the credentials’', async () => {
    const { ready } = await simulatorWith();
    const answer = await checkAccount({ ...ready, accountSid: `AC${'0'.repeat(32)}` });
    expectTold(answer, 'carrier/wrong-credentials', /did not accept .* credentials/, /no aceptó las credenciales/);
  });

  it('is told that the account has no numbers', async () => {
    const simulator = await simulatorWith({ numberCount: 0 });
    const answer = await checkAccount(simulator.ready);
    expectTold(answer, 'carrier/no-numbers', /has no phone number to text from/, /no tiene ningún número/);
  });

  it.each([
    [
      { accountStatus: 'suspended' },
      'carrier/account-suspended',
      /has suspended the account/,
      /ha suspendido la cuenta/,
    ],
    [{ tooManyRequestsRate: 1 }, 'carrier/busy', /asks us to slow down/, /pide ir más despacio/],
    [{ errorBeforeRate: 1 }, 'carrier/faulty', /has a fault on its side/, /tiene una avería/],
    [{ lostAnswerRate: 1 }, 'carrier/unreachable', /cannot be reached/, /No se puede llegar al operador/],
  ] as const)('is told, with the knobs %o, that it is %s', async (knobs, code, english, spanish) => {
    const simulator = await simulatorWith({ knobs });
    expectTold(await checkAccount(simulator.ready), code, english, spanish);
  });

  it('is told how long the carrier asks to wait, when it says so', async () => {
    const simulator = await simulatorWith({ knobs: { tooManyRequestsRate: 1, retryAfterSeconds: 7 } });
    expect(await checkAccount(simulator.ready)).toMatchObject({ error: { params: { retryAfterMs: 7_000 } } });
  });

  it('is told that nobody is there when the simulator has been stopped', async () => {
    const simulator = await simulatorWith();
    await simulator.stop();
    const answer = await checkAccount(simulator.ready);
    expectTold(answer, 'carrier/unreachable', /cannot be reached/, /No se puede llegar al operador/);
  });

  it('is told the code when the carrier says no for a reason that we do not know', async () => {
    const { ready } = await simulatorWith();
    const server = await serveHttp((_, response) => sendJson(response, 400, errorJson(20_001, 400)));
    onTestFinished(server.close);
    const answer = await checkAccount({ ...ready, url: server.origin });
    expectTold(answer, 'carrier/refused', /said no.*\(code 20001\)/, /dijo que no.*\(código 20001\)/);
    expect(answer).toMatchObject({ error: { kind: 'setup' } });
  });
});
