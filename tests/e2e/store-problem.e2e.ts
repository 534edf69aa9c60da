import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { startDesktop, test } from './support/desktop.ts';

test('a file that is no store is told in a whole sentence, and opens once it is gone and asked again', async ({
  folder,
}) => {
  const file = join(folder, 'fieldline.db');
  await writeFile(file, 'This is a shopping list, and a long one at that.\n'.repeat(100));
  const { application, page } = await startDesktop(folder);
  const problem = page.getByRole('alert', { name: 'The campaign cannot be opened' });
  await expect(problem).toContainText('is not a Fieldline campaign');
  await expect(problem.getByRole('button', { name: 'Show the folder' })).toBeVisible();

  await rm(file);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Name your campaign' })).toBeVisible();
  await application.close();
});

test('Fieldline can be closed while its store cannot be opened', async ({ folder }) => {
  await writeFile(join(folder, 'fieldline.db'), 'This is a shopping list.\n'.repeat(100));
  const { application, page } = await startDesktop(folder);
  await expect(page.getByRole('alert', { name: 'The campaign cannot be opened' })).toBeVisible();
  await application.close();
});

test('a store in use elsewhere is told, and opens by itself when it is free', async ({ folder }) => {
  const entry = fileURLToPath(new URL('../../main/engine.ts', import.meta.url));
  const other = spawn(process.execPath, [entry, '--data', folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(createInterface({ input: other.stdout }), 'line');
  const { application, page } = await startDesktop(folder);
  const problem = page.getByRole('alert', { name: 'The campaign cannot be opened' });
  await expect(problem).toContainText(sentenceOf(appError('store/in-use'), 'en'));

  other.stdin.end();
  await once(other, 'exit');
  await expect(page.getByRole('heading', { name: 'Name your campaign' })).toBeVisible({ timeout: 40_000 });
  await application.close();
});
