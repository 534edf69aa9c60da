import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallName, Given, Output } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { EngineProcess } from './engine-process.ts';
import { inventedPhone } from './lists.ts';

/** Somebody who is signed in at a real engine, with contacts to text. */
export interface Desk {
  readonly userId: number;
  readonly assignmentIds: readonly number[];
}

export type Must = <Name extends CallName>(name: Name, input: Given<Name>) => Promise<Output<Name>>;

/** Asks the engine for what has to succeed, as somebody or as nobody yet. Rejects with the code when it does not. */
export function askOf(engine: EngineProcess, session?: string): Must {
  return async <Name extends CallName>(name: Name, input: Given<Name>): Promise<Output<Name>> => {
    const answer = (await engine.call(name, input, session)) as Result<Output<Name>, AppError>;
    if (answer.ok) return answer.value;
    throw new Error(`${name} was refused: ${answer.error.code} ${JSON.stringify(answer.error.params ?? {})}`);
  };
}

/** A number that is never slow, and hours that are always open. */
const segmentsPerSecond = 100;
const registrationId = 1_000_000_000;
const pageSize = 50;

/**
 * Founds a campaign in an engine that has a simulator, and claims all of its contacts in one batch.
 * @param count at most 200, which is the largest batch
 * @param folder where the list is written
 */
export async function layOutDesk(engine: EngineProcess, count: number, folder: string): Promise<Desk> {
  const founding = { intentId: randomUUID(), campaignName: 'Riverside Tenants', firstName: 'Ana' };
  const { ownerId: userId } = await askOf(engine)('campaign/found', founding);
  const { session } = await askOf(engine)('people/sign-in', { userId });
  const must = askOf(engine, session);
  const changes = { startMinute: 0, endMinute: 1440, bucketSize: 200 } as const;
  await must('campaign/change-settings', { intentId: randomUUID(), changes });
  const { numbers } = await must('numbers/refresh', {});
  for (const { numberId } of numbers)
    await must('numbers/set-rate', { intentId: randomUUID(), numberId, segmentsPerSecond });
  await must('numbers/set-account-rate', { intentId: randomUUID(), segmentsPerSecond });

  const listId = await importList(engine, must, count, join(folder, 'list.csv'));
  const script = { intentId: randomUUID(), name: 'First', body: 'Hi ##{{first_name}}, will you come on Tuesday?' };
  const { scriptId } = await must('scripts/create', script);
  const initialScriptIds = [scriptId];
  const draft = { intentId: randomUUID(), name: 'Tuesday', listId, initialScriptIds, responseScriptIds: [] };
  const { actionId } = await must('actions/create', draft);
  const { jobId } = await must('actions/publish', { intentId: randomUUID(), actionId });
  await jobEnds(must, jobId);

  await must('assignments/claim-batch', { intentId: randomUUID(), actionId });
  const assignmentIds: number[] = [];
  for (let page = pageSize; page === pageSize; ) {
    const after = assignmentIds.at(-1) ?? null;
    const { desk } = await must('assignments/list-desk', { actionId, after, limit: pageSize });
    assignmentIds.push(...desk.map(({ assignmentId }) => assignmentId));
    page = desk.length;
  }
  if (assignmentIds.length !== count) throw new Error(`${assignmentIds.length} contacts are on the desk`);
  return { userId, assignmentIds };
}

/** Imports people whom no other list has when they begin with another one; `path` is where the list is written. */
export async function importList(
  engine: EngineProcess,
  must: Must,
  count: number,
  path: string,
  firstPerson = 0,
): Promise<number> {
  const rows = Array.from({ length: count }, (_, index) => `Ana,Alvarez,${inventedPhone(firstPerson + index)}`);
  writeFileSync(path, `${['First name,Last name,Cell', ...rows].join('\n')}\n`);
  const registered = await engine.send(JSON.stringify({ id: registrationId, register: path }), registrationId);
  if (!registered.ok) throw new Error(registered.error.code);
  const { token: file } = registered.value as { token: string };
  const preview = await must('contacts/preview-import', { file });
  const columns = preview.columns.map(({ target }) => target);
  const start = { intentId: randomUUID(), file, listName: 'Everybody', columns };
  const { jobId, listId } = await must('contacts/start-import', start);
  await jobEnds(must, jobId);
  return listId;
}

async function jobEnds(must: Must, jobId: number): Promise<void> {
  for (;;) {
    const { job } = await must('jobs/read', { jobId });
    if (job.state === 'done') return;
    if (job.state !== 'running') throw new Error(`a job is ${job.state}: ${JSON.stringify(job.outcome)}`);
    await sleep(20);
  }
}
