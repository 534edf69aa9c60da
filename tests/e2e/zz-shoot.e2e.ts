import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { startDesktop } from '/work/main/tests/e2e/support/desktop.ts';
import { foundCampaign } from '/work/main/tests/e2e/support/found-campaign.ts';
for (const scheme of ['light', 'dark'] as const) {
  test(scheme, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shot-'));
    const d = await startDesktop(folder, ['--lang=en-US', ...(scheme === 'dark' ? ['--force-dark-mode'] : [])]);
    const shot = async (name: string) => {
      await d.page.waitForTimeout(300);
      await d.page.screenshot({ path: `/tmp/shots/${name}-${scheme}.png` });
    };
    await d.page.emulateMedia({ colorScheme: scheme });
    await d.page.getByLabel('Name of the campaign').waitFor();
    await d.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await shot('1-first');
    await d.page.keyboard.press('Enter');
    await shot('2-missing');
    await foundCampaign(d.page);
    await shot('3-home');
    process.kill((await d.enginePid())!, 'SIGKILL');
    await d.page.getByText('Nothing was lost.').waitFor();
    await shot('4-restarted');
    await d.application.close();
    await writeFile(join(folder, 'fieldline.db'), 'x'.repeat(5000));
    const e = await startDesktop(folder, ['--lang=es-MX']);
    await e.page.emulateMedia({ colorScheme: scheme });
    await e.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await e.page.getByRole('alert').waitFor();
    await e.page.waitForTimeout(500);
    await e.page.screenshot({ path: `/tmp/shots/5-problem-${scheme}.png` });
    await e.application.close();
  });
}
