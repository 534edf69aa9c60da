import type { Locator } from '@playwright/test';
import { rates } from '../textbank/sizes.ts';
import { sizes } from './sizes.ts';
import type { Stage } from './stage.ts';

/** Texting hours all day, so that the demo runs at any time; batches of a hundred; numbers with rates of their own. */
export async function changeSettings({ page, hands, camera }: Stage): Promise<void> {
  await hands.goTo('ControlOrMeta+8', 'Settings');
  const texting = page.getByRole('region', { name: 'Texting', exact: true });
  await chooseFrom(texting, 'Texting hours begin', 'Midnight');
  await chooseFrom(texting, 'Texting hours end', 'Midnight');
  await hands.choose(texting.getByText(String(sizes.batch), { exact: true }));
  await hands.look();
  await camera.photograph('settings-texting');

  const numbers = page.getByRole('region', { name: 'Numbers', exact: true });
  await hands.choose(numbers.getByRole('button', { name: 'Fetch the numbers' }));
  const rateFields = numbers.getByRole('textbox', { name: /^Segments per second from/ });
  await rateFields.first().waitFor();
  for (const field of await rateFields.all()) await fill(field, rates.number);
  await fill(numbers.getByRole('textbox', { name: /^All numbers together/ }), rates.account);
  await hands.look();
  await camera.photograph('settings-numbers');

  async function chooseFrom(region: Locator, label: string, option: string): Promise<void> {
    await hands.choose(region.getByRole('combobox', { name: label }));
    await hands.choose(page.getByRole('option', { name: option, exact: true }));
    await region.getByText('Saved', { exact: true }).first().waitFor();
  }

  async function fill(field: Locator, rate: number): Promise<void> {
    await field.click();
    await hands.press('ControlOrMeta+a');
    await hands.type(String(rate));
    await hands.press('Enter');
  }
}
