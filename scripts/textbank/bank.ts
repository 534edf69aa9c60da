import { randomUUID } from 'node:crypto';
import type { SimulatorProcess } from '../../tests/support/simulator-process.ts';
import type { ActLog } from './act-log.ts';
import { type EngineLink, must, type Seat, takeSeat } from './engine-link.ts';
import type { Listed, ListFile } from './list-file.ts';
import type { Patience } from './patience.ts';
import { rates, sizes } from './sizes.ts';

/** A campaign with everybody at their desks. */
export interface Bank {
  readonly link: EngineLink;
  readonly simulator: SimulatorProcess;
  readonly patience: Patience;
  readonly log: ActLog;
  readonly list: ListFile;
  readonly owner: Seat;
  readonly texters: readonly Seat[];
  /** The contact of the driver's own list. @throws Error for a name that is not in it. */
  contactNamed(firstName: string, lastName: string): Listed;
}

type Ground = Pick<Bank, 'link' | 'simulator' | 'patience' | 'log' | 'list'>;

const texterNames = ['Inez', 'Joel', 'Kira', 'Leon', 'Moira', 'Nils'];

/** Founds the campaign, signs everybody in, and brings the numbers with their rates. */
export async function foundBank(ground: Ground): Promise<Bank> {
  const { link, list } = ground;
  const founding = { intentId: randomUUID(), campaignName: 'Harbor Tenants Union', firstName: 'Rosa' };
  const { ownerId } = await must(link, 'campaign/found', founding);
  const owner = await takeSeat(link, 'Rosa', ownerId);
  const texters: Seat[] = [];
  for (const firstName of texterNames.slice(0, sizes.texters)) {
    const person = { intentId: randomUUID(), firstName, lastName: 'Texter', role: 'texter' } as const;
    const { userId } = await owner.must('people/add', person);
    texters.push(await takeSeat(link, firstName, userId));
  }
  // So that the bank runs at any time of day. Batches are small, so that each texter claims several.
  const changes = { startMinute: 0, endMinute: 1440, bucketSize: 25, contactFallback: 'friend' } as const;
  await owner.must('campaign/change-settings', { intentId: randomUUID(), changes });
  await bringNumbers(owner);

  const byName = new Map(list.contacts.map((contact) => [nameOf(contact), contact]));
  return {
    ...ground,
    owner,
    texters,
    contactNamed: (firstName, lastName) => {
      const contact = byName.get(nameOf({ firstName, lastName }));
      if (contact === undefined) throw new Error('a contact came up whom the list does not have');
      return contact;
    },
  };
}

async function bringNumbers(owner: Seat): Promise<void> {
  const { numbers } = await owner.must('numbers/refresh', {});
  if (numbers.length !== sizes.numbers)
    throw new Error(`the account has ${numbers.length} numbers, not ${sizes.numbers}`);
  for (const { numberId } of numbers) {
    await owner.must('numbers/set-rate', { intentId: randomUUID(), numberId, segmentsPerSecond: rates.number });
  }
  await owner.must('numbers/set-account-rate', { intentId: randomUUID(), segmentsPerSecond: rates.account });
}

function nameOf({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return `${firstName}|${lastName}`;
}

/** Waits for the job's own news of its end, and gives its outcome. @throws Error when it did not get done. */
export async function outcomeOfJob({ link, patience, owner }: Bank, what: string, jobId: number): Promise<unknown> {
  const { state } = await patience.until(what, () => {
    const news = link.newsOfJob(jobId);
    return news === null || news.state === 'running' ? null : news;
  });
  const { job } = await owner.must('jobs/read', { jobId });
  if (state !== 'done' || job.state !== 'done') {
    throw new Error(`${what}: the job is ${job.state}, ${JSON.stringify(job.outcome)}`);
  }
  return job.outcome;
}
