import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { startDesktop, storeFolderIn, test } from './support/desktop.ts';

const problemIn = (page: Page) => page.getByRole('region', { name: 'The campaign cannot be opened' });

/** Puts a file of another kind where the store would be, and gives its path. */
async function writeForeignFile(folder: string): Promise<string> {
  const file = join(storeFolderIn(folder), 'fieldline.db');
  await mkdir(storeFolderIn(folder));
  await writeFile(file, 'This is a shopping list, and a long one at that.\n'.repeat(100));
  return file;
}

test('a file that is no store is told in a whole sentence, and opens once it is gone and asked again', async ({
  folder,
}) => {
  const file = await writeForeignFile(folder);
  const { application, page } = await startDesktop(folder);
  const problem = problemIn(page);
  await expect(problem.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(problem.getByRole('alert')).toContainText(
    sentenceOf(appError('store/not-a-store', { file: 'fieldline.db' }), 'en'),
  );
  await expect(problem.getByRole('button', { name: 'Show the folder' })).toBeVisible();

  await rm(file);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Name your campaign' })).toBeVisible();
  await application.close();
});

test('Fieldline can be closed while its store cannot be opened', async ({ folder }) => {
  await writeForeignFile(folder);
  const { application, page } = await startDesktop(folder);
  await expect(problemIn(page)).toBeVisible();
  await application.close();
});

test('a store in use elsewhere is told, and opens by itself when it is free', async ({ folder }) => {
  const entry = fileURLToPath(new URL('../../main/engine.ts', import.meta.url));
  const other = spawn(process.execPath, [entry, '--data', storeFolderIn(folder)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: other.stdout }), 'line');
  const { application, page } = await startDesktop(folder);
  const problem = problemIn(page);
  await expect(problem).toContainText(sentenceOf(appError('store/in-use'), 'en'));

  // The tries in between leave the screen, and the focus in it, alone.
  await problem.getByRole('button', { name: 'Show the folder' }).focus();
  const starts = await application.evaluate(
    ({ app }) =>
      new Promise<number>((resolve) => {
        const engines = new Set<number>();
        const counting = setInterval(() => {
          for (const { name, pid } of app.getAppMetrics()) if (name === 'Fieldline engine') engines.add(pid);
          if (engines.size < 2) return;
          clearInterval(counting);
          resolve(engines.size);
        }, 20);
      }),
  );
  expect(starts).toBe(2);
  await expect(problem.getByRole('button', { name: 'Show the folder' })).toBeFocused();

  other.stdin.end();
  await once(other, 'exit');
  await expect(page.getByRole('heading', { name: 'Name your campaign' })).toBeVisible({ timeout: 40_000 });
  await application.close();
});
