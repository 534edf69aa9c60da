import { openConversation } from './conversation.ts';
import type { Stage } from './stage.ts';

/** Among so many conversations some contact has opted out, by who the contacts are. */
const mostSteps = 80;

/** Looks among all conversations for one who asked to hear no more, and goes back to those that wait for an answer. */
export async function seeOptedOut(stage: Stage): Promise<void> {
  const { page, hands } = stage;
  await hands.goTo('ControlOrMeta+5', 'Inbox');
  // From those that need an answer over the unread ones to all, and on to the first again.
  await hands.press('a');
  await hands.press('a');
  await stepToOptedOut(stage);
  await hands.press('a');
  await hands.press('Enter');
  await page.getByRole('textbox', { name: /^Answer to/ }).waitFor();
}

/** Makes sure that nothing can be written there. */
async function stepToOptedOut({ page, hands, camera, log, ...stage }: Stage): Promise<void> {
  const inbox = openConversation(page);
  await inbox.rows.first().waitFor();
  for (let step = 0; step < mostSteps; step += 1) {
    const shown = await inbox.read();
    const isByText = await page.getByText('Opted out with this', { exact: true }).isVisible();
    if (shown?.isOptedOut && isByText) {
      log.toldAt.set(stage.contactCalled(shown.name).phone, Date.now());
      await hands.look();
      await camera.photograph('inbox-opted-out');
      if (await page.getByRole('textbox', { name: /^Answer to/ }).isVisible()) {
        log.complaints.push('there is a place to write to a contact who opted out');
      }
      return;
    }
    await hands.press('ArrowDown');
    await page.waitForTimeout(30);
  }
  log.complaints.push(`nobody has opted out among ${mostSteps} conversations`);
}
