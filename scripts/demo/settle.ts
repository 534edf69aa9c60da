import { call } from '../../tests/support/desktop-call.ts';
import type { Report } from '../textbank/phases.ts';
import { carrierKnobs } from './sizes.ts';
import type { Stage } from './stage.ts';

/** Waits until nothing is in the outbox or in doubt, everybody has answered, and what came last can have been heard. */
export async function settle({ page, patience, control, log }: Stage, report: Report): Promise<void> {
  let quietSince: number | null = null;
  const heardMs = (carrierKnobs.listLatenessMs ?? 0) + 1_000;
  await patience.until('nothing to wait in the outbox and everybody to have answered', async () => {
    await page.waitForTimeout(300);
    const { queued, sending, uncertain } = await call(page, 'outbox/read-status', {});
    const { repliesToCome, accepted, delivered, failed, undelivered } = await control.counts();
    const underWay = accepted - delivered - failed - undelivered;
    report(
      `${queued} wait, ${sending + uncertain} in doubt, ${underWay} on their way, ${repliesToCome} replies to come`,
    );
    const isQuiet = queued + sending + uncertain + underWay + repliesToCome === 0;
    quietSince = isQuiet ? (quietSince ?? Date.now()) : null;
    if (quietSince === null || Date.now() - quietSince < heardMs) return null;
    await call(page, 'delivery/sweep-now', {});
    return true;
  });
  const { needsPerson } = await call(page, 'outbox/read-status', {});
  if (needsPerson > 0) log.complaints.push(`${needsPerson} texts wait for a person to decide`);
}
