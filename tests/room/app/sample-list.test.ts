import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { sampleList, sampleListFile, sampleTroubles } from '../../../scripts/sample-list.ts';
import { askOf } from '../../support/desk.ts';
import { startEngine } from '../../support/engine-process.ts';
import { temporaryFolder } from '../../support/folders.ts';

const csv = readFileSync(sampleListFile, 'utf8');

it('the sample list is the one that its script writes', () => {
  expect(csv).toBe(sampleList());
});

it('the sample list has invented phones only, none of which the practice carrier sells', () => {
  const phones = csv.match(/(?<!\d)(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)/g) ?? [];
  const digits = phones.map((phone) => phone.replaceAll(/\D/g, '').slice(-10));
  const areaCodes = new Set<string>();
  let invented = 0;
  for (const ten of digits) {
    if (/^(1234567890|0{10}|5555550143)$/.test(ten)) continue; // What stands in the rows with bad phones.
    expect(ten).toMatch(/^\d{3}55501[0-7]\d$/);
    areaCodes.add(ten.slice(0, 3));
    invented += 1;
  }
  expect(invented).toBeGreaterThan(1_900);
  expect(areaCodes.size).toBeGreaterThanOrEqual(20);
});

it('the sample list imports as a real list does: nearly all of it, and the rest with its reasons', async () => {
  const engine = startEngine(['--data', temporaryFolder()]);
  onTestFinished(async () => {
    engine.signal('SIGKILL');
    await engine.exited;
  });
  await engine.waitFor('ready');
  const intent = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;
  const founding = { intentId: intent(1), campaignName: 'Riverside Tenants', firstName: 'Ana' };
  const { ownerId: userId } = await askOf(engine)('campaign/found', founding);
  const { session } = await askOf(engine)('people/sign-in', { userId });
  const must = askOf(engine, session);
  const { fieldId } = await must('campaign/add-field', {
    intentId: intent(2),
    slug: 'polling_place',
    title: 'Polling place',
  });
  const registered = await engine.send(JSON.stringify({ id: 900, register: sampleListFile }), 900);
  if (!registered.ok) throw new Error(registered.error.code);
  const { token: file } = registered.value as { token: string };
  const { columns } = await must('contacts/preview-import', { file });
  const targets = columns.map(({ target }) => target);
  expect(targets).toEqual(['firstName', 'lastName', 'phone', null, 'state', 'zip', `field:${fieldId}`]);

  const { jobId } = await must('contacts/start-import', {
    intentId: intent(3),
    file,
    listName: 'Sample',
    columns: targets,
  });
  const job = async () => (await must('jobs/read', { jobId })).job;
  await expect.poll(async () => (await job()).state, { timeout: 20_000 }).toBe('done');
  const { duplicate, badPhone, shortPhone, noPhone } = sampleTroubles;
  const leftOut = { duplicate, 'bad-phone': badPhone, 'phone-without-area-code': shortPhone, 'no-phone': noPhone };
  expect((await job()).outcome).toMatchObject({
    rowsRead: 2_000,
    added: 2_000 - duplicate - badPhone - shortPhone - noPhone,
    leftOut,
  });
});
