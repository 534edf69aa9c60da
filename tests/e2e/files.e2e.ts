/** Files by token: chosen to be saved, shown again, and the list that comes with Fieldline. */

import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { call, foundBy, refusalOf } from './support/calls.ts';
import { chooseFile } from './support/choose-file.ts';
import { type Desktop, test } from './support/desktop.ts';

/** The person's answer to the next save dialogs: a path, or null for Cancel. Gives what the dialogs were asked. */
async function answerDialogs({ application }: Desktop, filePath: string | null): Promise<() => Promise<unknown>> {
  await application.evaluate(({ dialog }, path) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    const answer = (...given: unknown[]) => {
      asked.push(given.at(-1));
      return Promise.resolve({ canceled: path === null, filePath: path ?? '' });
    };
    Object.assign(dialog, { showSaveDialog: answer });
  }, filePath);
  return () => application.evaluate(() => (globalThis as unknown as { asked: unknown }).asked);
}

test('a file that the person chose is written by the engine, and can be shown where it is', async ({
  desktop,
  folder,
}) => {
  const { page, application } = desktop;
  await foundBy(page);
  const chosen = join(folder, 'left out.csv');
  const asked = await answerDialogs(desktop, chosen);
  const { file } = await call(page, 'app/choose-save-file', { suggestedName: 'Harbor left out.csv' });
  expect(file?.name).toBe('left out.csv');
  expect(JSON.stringify(await asked())).toContain('Harbor left out.csv');
  const token = file?.token ?? '';
  // Nobody has written it yet.
  expect(await refusalOf(page, 'app/show-file', { token })).toBe('app/file-gone');

  const list = await call(page, 'app/offer-sample-list', {});
  expect(list.file.name).toBe('sample-list.csv');
  const { columns } = await call(page, 'contacts/preview-import', { file: list.file.token });
  const started = await call(page, 'contacts/start-import', {
    intentId: randomUUID(),
    file: list.file.token,
    listName: 'Sample',
    columns: columns.map(({ target }) => target),
  });
  const stateOf = async (jobId: number) => (await call(page, 'jobs/read', { jobId })).job;
  await expect.poll(async () => (await stateOf(started.jobId)).state).toBe('done');
  const { importId } = (await stateOf(started.jobId)).outcome as { importId: number };
  const exported = await call(page, 'contacts/export-left-out', { intentId: randomUUID(), importId, file: token });
  await expect.poll(async () => (await stateOf(exported.jobId)).state).toBe('done');
  expect((await readFile(chosen, 'utf8')).split('\n').length).toBeGreaterThan(50);

  await application.evaluate(({ shell }) => {
    Object.assign(shell, { showItemInFolder: (path: string) => Object.assign(globalThis, { shown: path }) });
  });
  await call(page, 'app/show-file', { token });
  expect(await application.evaluate(() => (globalThis as unknown as { shown: unknown }).shown)).toBe(chosen);
});

test('a person who thinks better of it has chosen nothing', async ({ desktop }) => {
  await answerDialogs(desktop, null);
  expect(await call(desktop.page, 'app/choose-save-file', { suggestedName: 'report.xlsx' })).toEqual({ file: null });
});

test('a file that was chosen to be read is not shown for the page', async ({ desktop: { page }, folder }) => {
  const chosen = join(folder, 'neighbours.csv');
  await writeFile(chosen, 'phone\n+12025550123\n');
  const token = await chooseFile(page, chosen);
  expect(await refusalOf(page, 'app/show-file', { token })).toBe('serve/file-not-registered');
  await rm(chosen);
});
