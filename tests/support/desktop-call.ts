import type { Page } from '@playwright/test';
import type { CallName, Given, Output } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';

/** Calls as the page does, whatever screen it shows. Throws the code of what comes back instead of a value. */
export async function call<Name extends CallName>(page: Page, name: Name, input: Given<Name>): Promise<Output<Name>> {
  const asked = `window.fieldline.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
  const answer = (await page.evaluate(asked)) as Result<Output<Name>, AppError>;
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value;
}
