import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../main/store/index.ts';
import { type EngineProcess, startEngine } from '../../support/engine-process.ts';
import { temporaryFolder } from '../../support/folders.ts';

async function engineOn(folder: string, args: readonly string[] = []): Promise<EngineProcess> {
  const engine = startEngine(['--data', folder, ...args]);
  onTestFinished(async () => {
    engine.signal('SIGKILL');
    await engine.exited;
  });
  await engine.waitFor('ready');
  return engine;
}

const found = (engine: EngineProcess, intentId: string = randomUUID()) =>
  engine.call('campaign/found', { intentId, campaignName: 'Riverside Tenants', firstName: 'Ana' });

async function signIn(engine: EngineProcess): Promise<string> {
  await found(engine);
  const answer = await engine.call('people/sign-in', { userId: 1 });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.session;
}

describe('the engine in plain Node', () => {
  it('answers one line for each line, and says when it is ready', async () => {
    const engine = await engineOn(temporaryFolder());
    expect(engine.news[0]).toEqual({ event: 'ready', mode: 'practice' });
    expect(await engine.call('campaign/read', {})).toMatchObject({
      ok: true,
      value: { mode: 'practice', campaign: null },
    });
    expect(await found(engine)).toMatchObject({ ok: true, value: { ownerId: 1 } });
    expect(engine.news).toContainEqual({ event: 'changed', room: 'campaign' });
    expect(await engine.call('campaign/read', {})).toMatchObject({
      value: { campaign: { name: 'Riverside Tenants' } },
    });
  });

  it('leaves in order when its input ends, and keeps its store clean', async () => {
    const folder = temporaryFolder();
    const engine = await engineOn(folder);
    await found(engine);
    expect(await engine.end()).toBe(0);
    const again = await engineOn(folder);
    expect(await again.call('store/read-status', {})).toMatchObject({
      value: { lastEndedCleanly: true, incarnation: 'same' },
    });
  });

  it('answers all that was asked before its input ended, also a last line without its end', async () => {
    const engine = startEngine(['--data', temporaryFolder()]);
    await engine.waitFor('ready');
    const answers = Array.from({ length: 5_000 }, () => engine.call('campaign/read', {}));
    const last = engine.sendLast('{"id":9999,"call":"campaign/read","input":{}}', 9_999);
    expect(await engine.exited).toBe(0);
    expect(await last).toMatchObject({ ok: true });
    expect(await Promise.all(answers)).toHaveLength(5_000);
  });

  it('is told when a line is no request, and goes on', async () => {
    const engine = await engineOn(temporaryFolder());
    expect(await engine.send('no JSON', 0)).toMatchObject({ ok: false, error: { code: 'serve/bad-request' } });
    expect(await engine.send('{"id":7,"call":42}', 7)).toMatchObject({
      ok: false,
      error: { code: 'serve/bad-request' },
    });
    const endless = engine.send(`{"id":8,"call":"${'x'.repeat(3_000_000)}"}`, 0);
    expect(await endless).toMatchObject({ ok: false, error: { code: 'serve/bad-request' } });
    expect(await engine.call('campaign/read', {})).toMatchObject({ ok: true });
  });

  it('writes no secret and no name into its log', async () => {
    const folder = temporaryFolder();
    const engine = await engineOn(folder);
    const session = await signIn(engine);
    await engine.call('campaign/rename', { intentId: randomUUID(), campaignName: '' }, session);
    await engine.end();
    const log = readFileSync(join(folder, 'engine.log'), 'utf8');
    expect(log).toContain('bad-input');
    for (const secret of [session, 'Ana', 'Riverside']) expect(log).not.toContain(secret);
  });
});

describe('an engine that was killed', () => {
  it('has kept what it answered, and does a repeated act only once', async () => {
    const folder = temporaryFolder();
    const intentId = randomUUID();
    const first = await engineOn(folder);
    await found(first, intentId);
    first.signal('SIGKILL');
    expect(await first.exited).toBeNull();

    const second = await engineOn(folder);
    expect(await found(second, intentId)).toMatchObject({ ok: true, value: { ownerId: 1 } });
    expect(await second.call('people/list-sign-in', {})).toMatchObject({ value: { people: [{ firstName: 'Ana' }] } });
    expect(await second.call('store/read-status', {})).toMatchObject({ value: { lastEndedCleanly: false } });
  });

  it('has kept its sessions, and those that ended stay ended', async () => {
    const folder = temporaryFolder();
    const first = await engineOn(folder);
    const session = await signIn(first);
    const other = await first.call('people/sign-in', { userId: 1 });
    if (!other.ok) throw new Error(other.error.code);
    expect(await first.call('people/sign-out', {}, other.value.session)).toMatchObject({ ok: true });
    first.signal('SIGKILL');
    await first.exited;

    const second = await engineOn(folder);
    expect(await second.call('people/resume', {}, session)).toMatchObject({ value: { person: { firstName: 'Ana' } } });
    const ended = await second.call('people/resume', {}, other.value.session);
    expect(ended).toMatchObject({ ok: false, error: { code: 'serve/session-ended', kind: 'refused' } });
  });

  it('is succeeded by one that can be asked to leave while it checks the store', async () => {
    const folder = temporaryFolder();
    const first = await engineOn(folder);
    await found(first);
    first.signal('SIGKILL');
    await first.exited;

    const second = await engineOn(folder);
    second.signal('SIGTERM');
    expect(await second.exited).toBe(0);
    const third = await engineOn(folder);
    expect(await third.call('store/read-status', {})).toMatchObject({ value: { lastEndedCleanly: true } });
  });

  it('takes its unfinished work up again', async () => {
    const folder = temporaryFolder();
    const first = await engineOn(folder);
    await found(first);
    await first.end();
    const store = openDatabase(join(folder, 'fieldline.db'), { durability: 'full' });
    store.exec(`INSERT INTO job (kind, state, input, started_at) VALUES ('store/check-integrity', 'running', '{}', 0)`);
    store.close();

    const second = await engineOn(folder);
    expect(await second.waitFor('job')).toMatchObject({ jobId: 1, state: 'done' });
  });
});

describe('an engine that hangs', () => {
  it('is ended and succeeded, and does nothing more when it is resumed', async () => {
    const folder = temporaryFolder();
    const hung = await engineOn(folder);
    await found(hung);
    hung.signal('SIGSTOP');

    const successor = await engineOn(folder);
    hung.signal('SIGCONT');
    expect(await hung.exited).toBeNull();
    const session = await successor.call('people/sign-in', { userId: 1 });
    if (!session.ok) throw new Error(session.error.code);
    const renamed = { intentId: randomUUID(), campaignName: 'Riverside Tenants Union' };
    expect(await successor.call('campaign/rename', renamed, session.value.session)).toMatchObject({ ok: true });
  });
});

describe('a second engine on one store', () => {
  it('is refused with a sentence and leaves', async () => {
    const folder = temporaryFolder();
    await engineOn(folder);
    const second = startEngine(['--data', folder]);
    expect(await second.waitFor('failed')).toMatchObject({
      error: { code: 'store/in-use', kind: 'setup' },
      sentence:
        'This campaign is already open in another Fieldline on this computer. Use that window, or close it first.',
    });
    expect(await second.exited).toBe(65);
  });

  it('neither writes into the log of the first nor opens it', async () => {
    const folder = temporaryFolder();
    const first = await engineOn(folder);
    const path = join(folder, 'engine.log');
    await signIn(first);
    // Out of the way, so that a second engine that opened a log would make one.
    renameSync(path, `${path}.first`);
    const second = startEngine(['--data', folder]);
    await second.waitFor('failed');
    await second.exited;
    expect(existsSync(path)).toBe(false);
    await first.end();
    const lines = readFileSync(`${path}.first`, 'utf8').trimEnd().split('\n');
    const pids = lines.map((line) => (JSON.parse(line) as { pid: number }).pid);
    expect(new Set(pids)).toEqual(new Set([first.pid]));
  });
});

describe('a folder that cannot hold a store', () => {
  it('because another program keeps it in step is told so, and nothing is made', async () => {
    const folder = join(temporaryFolder(), 'Dropbox');
    const engine = startEngine(['--data', folder]);
    expect(await engine.waitFor('failed')).toMatchObject({
      error: { code: 'store/sync-folder', params: { kind: 'Dropbox' } },
    });
    expect(await engine.exited).toBe(65);
    expect(existsSync(folder)).toBe(false);
  });

  it('because it is a file is told so', async () => {
    const folder = join(temporaryFolder(), 'campaign');
    writeFileSync(folder, '');
    const engine = startEngine(['--data', folder]);
    expect(await engine.waitFor('failed')).toMatchObject({ error: { code: 'store/not-writable' } });
    expect(await engine.exited).toBe(65);
  });
});

describe('a carrier that is not this machine', () => {
  it('is refused, as there is no keychain here to hold real credentials', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'simulator.json');
    const sid = 'a'.repeat(32);
    const ready = {
      url: 'https://api.twilio.com',
      accountSid: `AC${sid}`,
      apiKeySid: `SK${sid}`,
      apiKeySecret: 'invented',
    };
    writeFileSync(file, JSON.stringify(ready));
    const engine = startEngine(['--data', folder, '--simulator', file]);
    expect(await engine.waitFor('failed')).toMatchObject({
      error: { code: 'carrier/forbidden-host', params: { host: 'api.twilio.com' } },
    });
    expect(await engine.exited).toBe(65);
  });
});
