import type { Page } from '@playwright/test';
import type { Answer, CallName, Given, Output } from '../../shared/contract/index.ts';

/** Who signed in by a call on a page, last. The engine's port knows it, too; main has to be told. */
const sessions = new WeakMap<Page, string>();

/** Calls as the page does, whatever screen it shows, and gives what comes back. */
export async function answerTo<Name extends CallName>(
  page: Page,
  name: Name,
  input: Given<Name>,
): Promise<Answer<Name>> {
  const session = name.startsWith('app/') ? sessions.get(page) : undefined;
  const asked = `window.fieldline.call(${[name, input, session].map((part) => JSON.stringify(part)).join()})`;
  const answer = (await page.evaluate(asked)) as Answer<Name>;
  if (answer.ok && name === 'people/sign-in') sessions.set(page, (answer.value as Output<'people/sign-in'>).session);
  return answer;
}

/** Throws the code of what comes back instead of a value. */
export async function call<Name extends CallName>(page: Page, name: Name, input: Given<Name>): Promise<Output<Name>> {
  const answer = await answerTo(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value as Output<Name>;
}
