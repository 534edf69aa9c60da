import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { call } from './calls.ts';

/** So that contacts answer within seconds, and texting hours are open whenever the test is run. */
export const quickPractice: readonly string[] = ['--lang=en-US', '--practice-speed=200', '--practice-seed=harbor'];

/**
 * Publishes an action on the sample list as an admin does, without a screen, and texts its first contacts as somebody
 * pressing a key does. Gives the action's id. Their replies come by themselves.
 */
export async function textSomebody(page: Page, count: number): Promise<number> {
  const once = () => ({ intentId: randomUUID() });
  // Main asks whose session the sample list is offered in.
  await call(page, 'people/sign-in', { userId: 1 });
  await call(page, 'campaign/change-settings', { ...once(), changes: { startMinute: 0, endMinute: 1440 } });
  await call(page, 'numbers/refresh', {});
  const listId = await importSample(page);
  const write = async (name: string, body: string): Promise<number> =>
    (await call(page, 'scripts/create', { ...once(), name, body })).scriptId;
  const first = await write(
    'First text',
    'Hi ##{{first_name}}, Rosa from Harbor Tenants. Will you come on Tuesday? STOP ends',
  );
  const responseScriptIds = [
    await write('Thank you', 'Thank you, ##{{first_name}}! See you on Tuesday.'),
    await write('Where and when', 'Tuesday at 6 pm in Harbor Hall, ##{{first_name}}. The door is on Pier Street.'),
    await write('Sorry to hear', 'Sorry to hear that, ##{{first_name}}. May we write again before the next meeting?'),
  ];
  const action = { ...once(), name: 'Tuesday meeting', listId, initialScriptIds: [first], responseScriptIds };
  const { actionId } = await call(page, 'actions/create', action);
  await ended(page, (await call(page, 'actions/publish', { ...once(), actionId })).jobId);

  await call(page, 'assignments/claim-batch', { ...once(), actionId });
  let texted = 0;
  while (texted < count) {
    const { desk } = await call(page, 'assignments/list-desk', { actionId, limit: 50 });
    if (desk.length === 0) break;
    for (const { assignmentId, text } of desk.slice(0, count - texted)) {
      await call(page, 'outbox/send-initial', { ...once(), assignmentId, text });
      texted++;
    }
  }
  return actionId;
}

async function importSample(page: Page): Promise<number> {
  const { file } = await call(page, 'app/offer-sample-list', {});
  const { columns } = await call(page, 'contacts/preview-import', { file: file.token });
  const { jobId, listId } = await call(page, 'contacts/start-import', {
    intentId: randomUUID(),
    file: file.token,
    listName: 'Sample list',
    columns: columns.map(({ target }) => target),
  });
  await ended(page, jobId);
  return listId;
}

async function ended(page: Page, jobId: number): Promise<void> {
  for (;;) {
    const { job } = await call(page, 'jobs/read', { jobId });
    if (job.state === 'done') return;
    if (job.state !== 'running') throw new Error(`job ${jobId} is ${job.state}: ${JSON.stringify(job.outcome)}`);
    await page.waitForTimeout(100);
  }
}
