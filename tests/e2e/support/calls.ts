import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { CallName, Given } from '../../../shared/contract/index.ts';
import { answerTo, call } from '../../support/desktop-call.ts';
import type { Desktop } from './desktop.ts';

export { call };

/** The error's code that a call comes back with. Throws when it comes back with a value. */
export async function refusalOf<Name extends CallName>(page: Page, name: Name, input: Given<Name>): Promise<string> {
  const answer = await answerTo(page, name, input);
  if (answer.ok) throw new Error(`${name} was not refused`);
  return answer.error.code;
}

/** Founds the campaign and signs its owner in, without a screen. */
export async function foundBy(page: Page, campaignName = 'Harbor Tenants Union'): Promise<void> {
  await call(page, 'campaign/found', { intentId: randomUUID(), campaignName, firstName: 'Rosa' });
  await call(page, 'people/sign-in', { userId: 1 });
}

/** The process of that name, as the application tells it; null while there is none. */
export function pidOf({ application }: Desktop, serviceName: string): Promise<number | null> {
  return application.evaluate(
    ({ app }, wanted) => app.getAppMetrics().find(({ name }) => name === wanted)?.pid ?? null,
    serviceName,
  );
}

/** Opens another campaign by a call, and waits for the page that is loaded for it. */
export async function switchBy(
  page: Page,
  name: 'app/create-campaign' | 'app/open-campaign',
  input: Given<'app/create-campaign'> | Given<'app/open-campaign'>,
): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => Object.assign(globalThis, { isFormerPage: true }));
  // The answer may be lost with the page that asked.
  await call(page, name, input).catch(() => undefined);
  await expect.poll(() => page.evaluate(() => 'isFormerPage' in globalThis).catch(() => true)).toBe(false);
}
