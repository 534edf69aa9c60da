import type { Page } from '@playwright/test';

/** Chooses a file as a person does in a dialog of the page. Gives the token that the page then has of it. */
export async function chooseFile(page: Page, path: string): Promise<string> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'chosen';
    document.body.append(input);
  });
  await page.locator('#chosen').setInputFiles(path);
  return page.evaluate(() => {
    const [file] = (document.getElementById('chosen') as HTMLInputElement).files ?? [];
    if (!file) throw new Error('nothing was chosen');
    return window.fieldline.fileToken(file);
  });
}
