import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineLives } from './engine-lives.ts';
import { listOf, type Person } from './people.ts';
import { must, type Seat, takeSeat } from './seat.ts';
import { lockMinutes, rates, sizes } from './sizes.ts';

export interface Bank {
  readonly owner: Seat;
  readonly texters: readonly Seat[];
  readonly actionId: number;
}

const texterNames = ['Inez', 'Joel', 'Kira', 'Leon', 'Moira', 'Nils'];

/** Founds a campaign whose action is published. @throws Error when anything of it is refused. */
export async function foundBank(lives: EngineLives, people: readonly Person[], folder: string): Promise<Bank> {
  const founding = { intentId: randomUUID(), campaignName: 'Harbor Tenants Union', firstName: 'Rosa' };
  const { ownerId } = await must(lives, 'campaign/found', founding);
  const owner = await takeSeat(lives, ownerId);
  const texters: Seat[] = [];
  for (const firstName of texterNames.slice(0, sizes.texters)) {
    const person = { intentId: randomUUID(), firstName, lastName: 'Texter', role: 'texter' } as const;
    const { userId } = await owner.must('people/add', person);
    texters.push(await takeSeat(lives, userId));
  }
  const changes = { bucketSize: 25, lockMinutes, timeZone: 'America/New_York' } as const;
  await owner.must('campaign/change-settings', { intentId: randomUUID(), changes });
  await bringNumbers(owner);
  const listId = await importList(lives, owner, people, join(folder, 'list.csv'));

  const script = { intentId: randomUUID(), name: 'First', body: 'Hi ##{{first_name}}, will you come on Tuesday?' };
  const { scriptId } = await owner.must('scripts/create', script);
  const draft = {
    intentId: randomUUID(),
    name: 'Tuesday',
    listId,
    initialScriptIds: [scriptId],
    responseScriptIds: [],
  };
  const { actionId } = await owner.must('actions/create', draft);
  const { jobId } = await owner.must('actions/publish', { intentId: randomUUID(), actionId });
  await jobEnds(owner, jobId);
  return { owner, texters, actionId };
}

async function bringNumbers(owner: Seat): Promise<void> {
  const { numbers } = await owner.must('numbers/refresh', {});
  if (numbers.length !== sizes.numbers) throw new Error(`the account has ${numbers.length} numbers`);
  for (const { numberId } of numbers) {
    await owner.must('numbers/set-rate', { intentId: randomUUID(), numberId, segmentsPerSecond: rates.number });
  }
  await owner.must('numbers/set-account-rate', { intentId: randomUUID(), segmentsPerSecond: rates.account });
}

async function importList(lives: EngineLives, owner: Seat, people: readonly Person[], path: string): Promise<number> {
  writeFileSync(path, listOf(people));
  const file = await lives.register(path);
  const preview = await owner.must('contacts/preview-import', { file });
  const columns = preview.columns.map(({ target }) => target);
  const { jobId, listId } = await owner.must('contacts/start-import', {
    intentId: randomUUID(),
    file,
    listName: 'Everybody',
    columns,
  });
  await jobEnds(owner, jobId);
  return listId;
}

/** @throws Error when the job did not get done. */
async function jobEnds(owner: Seat, jobId: number): Promise<void> {
  for (;;) {
    const { job } = await owner.must('jobs/read', { jobId });
    if (job.state === 'done') return;
    if (job.state !== 'running') throw new Error(`a job is ${job.state}: ${JSON.stringify(job.outcome)}`);
    await sleep(100);
  }
}
