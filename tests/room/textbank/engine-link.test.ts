import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { must, openEngineLink, takeSeat } from '../../../scripts/textbank/engine-link.ts';
import { createPatience } from '../../../scripts/textbank/patience.ts';
import { temporaryFolder } from '../../support/folders.ts';

async function openLink() {
  const patience = createPatience(60_000);
  onTestFinished(patience.end);
  const link = await openEngineLink(['--data', temporaryFolder()], patience);
  onTestFinished(link.destroy);
  const founding = { intentId: randomUUID(), campaignName: 'Riverside Tenants', firstName: 'Ana' };
  const { ownerId } = await must(link, 'campaign/found', founding);
  return { link, owner: await takeSeat(link, 'Ana', ownerId) };
}

const person = (firstName: string) => ({ intentId: randomUUID(), firstName, role: 'texter' }) as const;

test('what a killed engine left unanswered is asked of its successor, and happens once', async () => {
  const { link, owner } = await openLink();
  const names = Array.from({ length: 300 }, (_, index) => `Texter ${index}`);
  const adding = Promise.all(names.map((name) => owner.must('people/add', person(name))));
  const replacing = link.killAndStartAgain();
  expect(new Set((await adding).map(({ userId }) => userId)).size).toBe(names.length);
  await replacing;
  const { people } = await must(link, 'people/list-sign-in', {});
  expect(people.map(({ firstName }) => firstName).sort()).toEqual(['Ana', ...names].sort());
});

test('an engine that left by itself is not waited for', async () => {
  const { link, owner } = await openLink();
  link.destroy();
  await expect(owner.must('people/add', person('Ben'))).rejects.toThrow('the engine left by itself');
});

test('a refusal that must not be is thrown with its code', async () => {
  const { owner } = await openLink();
  await expect(owner.must('jobs/read', { jobId: 7 })).rejects.toThrow('jobs/read was refused: jobs/not-found');
});
