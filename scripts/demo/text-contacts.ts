import type { Locator, Page } from '@playwright/test';
import { installPressWatch, isLastOfBatch, type PressTimes } from '../../tests/bench/support/press-watch.ts';
import { firstTextsFor } from '../textbank/publish-action.ts';
import { pace } from './sizes.ts';
import type { Stage } from './stage.ts';

/** What all texters have done together. */
export interface Texting {
  /** First texts that were sent by Enter. */
  count: number;
  readonly times: PressTimes[];
}

/** Is called after each text. */
export type AfterText = (count: number) => Promise<void>;

/** The first text of a batch is sent only once it has been in sight for a moment, every other one after a glance. */
async function seeTheFirst(page: Page, card: Locator): Promise<void> {
  await card.waitFor();
  await page.waitForTimeout(pace.stationMs);
}

/**
 * The desk is open. Reads who and what stands on it, presses Enter, and goes on with the next batch by Enter until so many
 * more are texted.
 */
export async function textContacts(
  stage: Stage,
  texting: Texting,
  { count, by, afterText }: { readonly count: number; readonly by: string; readonly afterText: AfterText },
): Promise<void> {
  const { page, hands, camera, log } = stage;
  const card = page.getByRole('region', { name: 'The contact to text now' });
  const until = texting.count + count;
  await page.evaluate(installPressWatch);
  await seeTheFirst(page, card);
  let seenAt = performance.now();
  while (texting.count < until) {
    await card.waitFor();
    const name = await card.getByRole('heading').innerText();
    const text = await card.getByRole('paragraph').first().innerText();
    const contact = stage.contactCalled(name);
    if (!firstTextsFor(contact, by).includes(text)) {
      log.complaints.push(`a first text is none of the two scripts as written: "${text}"`);
    }
    const isLast = await page.evaluate(isLastOfBatch);
    if (!isLast) await page.evaluate('watchPress()');
    await page.waitForTimeout(Math.max(0, seenAt + pace.textMs - performance.now()));
    await hands.press('Enter');
    log.acts.push({ kind: 'first', phone: contact.phone, text });
    texting.count += 1;
    if (!isLast) texting.times.push((await page.evaluate('pressTimes')) as PressTimes);
    seenAt = performance.now();
    await afterText(texting.count);
    if (isLast) {
      await page.getByText('That was the batch').waitFor();
      await hands.look();
      await camera.photograph('batch-done');
      if (texting.count < until) {
        await hands.press('Enter');
        await seeTheFirst(page, card);
      }
    }
  }
}
