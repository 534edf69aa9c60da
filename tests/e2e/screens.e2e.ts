/** Every screen as people find it in the middle of a text bank: what axe says of it, and that the page is content. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

const screens = ['Today', 'Contacts', 'Actions', 'Texting', 'Inbox', 'Results', 'People', 'Settings'] as const;

/** The rules that are broken, each with the first place where it is. */
async function findings(page: Page): Promise<string[]> {
  // A page of its own, in which axe would join its reports, does not exist in a desktop application.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} (${nodes.length})`);
}

/** Whatever the page complains of, from now on. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is sound to axe in the ${colorScheme} look, and the page complains of nothing`, async ({
    folder,
  }) => {
    test.setTimeout(120_000);
    const desktop = await startDesktop(folder, quickPractice);
    const { page } = desktop;
    const complaints = complaintsOf(page);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findings(page)).toEqual([]);
    await foundCampaign(page);
    expect(await findings(page)).toEqual([]);
    await textSomebody(page, 12);
    for (const [index, name] of screens.entries()) {
      await page.keyboard.press(`Control+${index + 1}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect({ [name]: await findings(page) }).toEqual({ [name]: [] });
    }
    await page.keyboard.press('Control+k');
    await expect(page.getByPlaceholder('Type what you want to do')).toBeFocused();
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await desktop.application.close();
  });
}
