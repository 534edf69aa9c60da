import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../main/store/index.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../../support/simulator-process.ts';
import { twilioClientFor } from '../../support/twilio-client.ts';
import { calm, person, simulated } from './fixture.ts';

async function started(options: Parameters<typeof startSimulatorProcess>[0]): Promise<SimulatorProcess> {
  const simulator = await startSimulatorProcess({ knobs: calm, ...options });
  onTestFinished(async () => {
    await simulator.stop();
  });
  return simulator;
}

function portOf(simulator: SimulatorProcess): number {
  return Number(new URL(simulator.ready.url).port);
}

test('a killed simulator has forgotten nothing that it had accepted, and goes on at the same address', async () => {
  const dataFile = join(temporaryFolder(), 'carrier.sqlite');
  const first = await started({ dataFile, seed: '7' });
  const client = twilioClientFor(first.ready);
  const [number] = await client.incomingPhoneNumbers.list();
  const ours = number?.phoneNumber ?? '';
  const answered: string[] = [];
  let sent = 0;
  const sending = Array.from({ length: 5 }, async () => {
    for (;;) {
      sent += 1;
      const { sid } = await client.messages.create({ from: ours, to: person(sent % 90), body: `text ${sent}` });
      answered.push(sid);
    }
  });
  const stopped = Promise.allSettled(sending);
  await expect.poll(() => answered.length, { timeout: 20_000 }).toBeGreaterThan(50);
  await first.kill();
  await stopped;

  const second = await started({ dataFile, port: portOf(first) });
  expect(second.ready).toEqual({ ...first.ready, controlToken: second.ready.controlToken });
  const accepted = new Set((await second.accepted()).map(({ sid }) => sid));
  expect(answered.filter((sid) => !accepted.has(sid))).toEqual([]);
  const newer = await client.messages.create({ from: ours, to: person(1), body: 'after the kill' });
  expect(accepted.has(newer.sid)).toBe(false);
});

test('what was under way at a kill comes to its end afterwards', async () => {
  const dataFile = join(temporaryFolder(), 'carrier.sqlite');
  const first = await started({ dataFile, knobs: { ...calm, personas: { yes: 1 } } });
  await first.moveClock({ freeze: true });
  const client = twilioClientFor(first.ready);
  const [number] = await client.incomingPhoneNumbers.list();
  const { sid } = await client.messages.create({ from: number?.phoneNumber ?? '', to: person(1), body: 'Hello' });
  await first.moveClock({ advanceMs: 1_000 });
  await first.kill();
  const second = await started({ dataFile, port: portOf(first), knobs: {} });
  await second.moveClock({ advanceMs: 2 * 86_400_000 });
  expect((await client.messages(sid).fetch()).status).toBe('delivered');
  expect((await second.counts()).replies).toBe(1);
});

test('a restarted simulator keeps its clock, its knobs, its blocks and its counts', async () => {
  const dataFile = join(temporaryFolder(), 'carrier.sqlite');
  const first = await started({ dataFile });
  const client = twilioClientFor(first.ready);
  const [number] = await client.incomingPhoneNumbers.list();
  const ours = number?.phoneNumber ?? '';
  await first.write({ from: person(1), to: ours, body: 'STOP' });
  await first.turn({ replyMs: 1_234 });
  await first.moveClock({ freeze: true, advanceMs: 86_400_000 });
  const { nowAt } = await first.clock();
  expect(await first.stop()).toBe(0);

  const second = await started({ dataFile, port: portOf(first), knobs: { latencyMs: 1 } });
  expect(await second.clock()).toEqual({ nowAt, frozen: true });
  expect(await second.knobs()).toMatchObject({ replyMs: 1_234, latencyMs: 1, undeliveredRate: 0 });
  expect((await second.counts()).requests).toMatchObject({ 'numbers.list': { 200: 1 } });
  const attempt = client.messages.create({ from: ours, to: person(1), body: 'Hello' });
  await expect(attempt).rejects.toMatchObject({ code: 21610 });
});

test('a book is held by one simulator at a time, and keeps its seed', async () => {
  const dataFile = join(temporaryFolder(), 'carrier.sqlite');
  const first = await started({ dataFile, seed: '7' });
  await expect(startSimulatorProcess({ dataFile })).rejects.toThrow('locked');
  await first.stop();
  await expect(startSimulatorProcess({ dataFile, seed: '8' })).rejects.toThrow('seed 7');
});

test('a book with another schema is refused', async () => {
  const dataFile = join(temporaryFolder(), 'carrier.sqlite');
  const database = openDatabase(dataFile, { durability: 'normal' });
  database.pragma('user_version = 99');
  database.close();
  await expect(startSimulatorProcess({ dataFile })).rejects.toThrow('another version');
});

test('a database that is something else is refused and stays as it was', async () => {
  const dataFile = join(temporaryFolder(), 'carrier.sqlite');
  const database = openDatabase(dataFile, { durability: 'normal' });
  database.exec('CREATE TABLE contact (name TEXT)');
  database.close();
  await expect(startSimulatorProcess({ dataFile })).rejects.toThrow('not the book of a simulator');
  const again = openDatabase(dataFile, { durability: 'normal' });
  expect(again.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['contact']);
  again.close();
});

test('a simulator that cannot have its port leaves nothing behind', async () => {
  const first = await started({});
  const folder = temporaryFolder();
  // Systems differ in which of these names the folder for temporary files.
  const env = { TMPDIR: folder, TEMP: folder, TMP: folder };
  await expect(startSimulatorProcess({ port: portOf(first), env })).rejects.toThrow('EADDRINUSE');
  expect(readdirSync(folder)).toEqual([]);
});

test('two simulators have nothing in common', async () => {
  const [one, other] = [await started({}), await started({})];
  const secrets = (simulator: SimulatorProcess): string[] => Object.values(simulator.ready);
  expect(secrets(one).filter((value) => secrets(other).includes(value))).toEqual([]);
});

test('the ready file holds the ready line, for its owner only', async () => {
  const readyFile = join(temporaryFolder(), 'ready.json');
  const simulator = await started({ readyFile });
  expect(JSON.parse(readFileSync(readyFile, 'utf8'))).toEqual(simulator.ready);
  if (process.platform !== 'win32') expect(statSync(readyFile).mode & 0o777).toBe(0o600);
});

test('the control door is closed without its token', async () => {
  const { simulator } = await simulated();
  const { controlUrl, accountSid, authToken } = simulator.ready;
  for (const authorization of ['', 'Bearer guess', `Basic ${btoa(`${accountSid}:${authToken}`)}`]) {
    expect((await fetch(`${controlUrl}/counts`, { headers: { authorization } })).status).toBe(401);
  }
});

test('the Date header follows the clock of the carrier', async () => {
  const { simulator } = await simulated();
  await simulator.moveClock({ setTo: Date.UTC(2027, 0, 2, 3, 4, 5) });
  const response = await fetch(`${simulator.ready.url}/2010-04-01/Accounts.json`);
  expect(response.headers.get('date')).toBe('Sat, 02 Jan 2027 03:04:05 GMT');
});

test('it ends with its parent when it was told to', async () => {
  const simulator = await startSimulatorProcess({ dataFile: join(temporaryFolder(), 'carrier.sqlite') });
  expect(await simulator.closeInput()).toBe(0);
  await expect(simulator.counts()).rejects.toThrow();
});
