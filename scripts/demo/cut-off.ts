import { outage } from './sizes.ts';
import type { Stage } from './stage.ts';
import type { AfterText } from './text-contacts.ts';

/** The desk asks every few seconds how the queue is. */
const tellsWithinMs = 4_000;

/** Cuts the carrier off in the middle of the texting, and photographs how the window says so. */
export function cutOffCarrier({ page, hands, camera, control, log }: Stage): AfterText {
  return async (count) => {
    if (count === outage.atText) {
      const fromAt = Date.now();
      await control.turn({ refuseForMs: outage.forMs });
      log.deafTimes.push({ fromAt, untilAt: fromAt + outage.forMs });
    }
    if (count !== outage.photographAtText) return;
    const line = page.getByRole('main').getByText(/Go on texting/);
    await line.waitFor({ timeout: tellsWithinMs }).catch(() => {
      log.complaints.push('the desk does not say that there is no line');
    });
    await camera.photograph('texting-without-line');
    await hands.press('ControlOrMeta+.');
    await page.getByRole('dialog', { name: 'How things are' }).waitFor();
    await hands.look();
    await camera.photograph('how-things-are');
    await hands.press('Escape');
    await page.getByRole('dialog', { name: 'How things are' }).waitFor({ state: 'hidden' });
    // What was covered is looked at again before the next text is sent.
    await hands.look();
  };
}
