import type { Bank } from './bank.ts';
import type { Report } from './phases.ts';
import { carrierKnobs, sizes, troublesAt } from './sizes.ts';
import { cutOffCarrier, killEngine } from './troubles.ts';
import { type Counter, workDesk } from './work-desk.ts';
import { type Inbox, lookEveryMs, openInbox } from './work-inbox.ts';

/** Everybody texts and answers at once, until enough first texts are decided, through a kill and an outage. */
export async function holdTextBank(bank: Bank, actionId: number, report: Report): Promise<readonly Inbox[]> {
  const { log, patience, texters } = bank;
  let isOptOutByHandDue = true;
  const mayOptOutByHand = (): boolean => {
    const may = isOptOutByHandDue;
    isOptOutByHandDue = false;
    return may;
  };
  const inboxes = texters.map((texter) => openInbox(bank, texter, mayOptOutByHand));
  const counter: Counter = { begun: 0, drawn: [0, 0] };
  const decided = (): number => log.acts.filter(({ kind }) => kind === 'first').length;
  let isTexting = true;

  const answering = inboxes.map(async ({ look }) => {
    while (isTexting) {
      await look();
      await patience.pause(lookEveryMs);
      report(`${decided()} first texts, ${log.acts.length - decided()} follow-ups`);
    }
  });
  const troubles = async (): Promise<void> => {
    const since = (count: number) => (): true | null => (decided() >= count ? true : null);
    await patience.until(`${troublesAt.kill} first texts to be decided`, since(troublesAt.kill));
    await killEngine(bank);
    await patience.until(`${troublesAt.outage} first texts to be decided`, since(troublesAt.outage));
    await cutOffCarrier(bank, inboxes);
  };
  const texting = texters.map((texter) => workDesk(bank, texter, actionId, counter));
  const everybody = Promise.all([...texting, troubles()]).finally(() => {
    isTexting = false;
  });
  await Promise.all([everybody, ...answering]);
  if (decided() !== sizes.firstTexts)
    log.complaints.push(`${decided()} first texts were decided, not ${sizes.firstTexts}`);
  // Half and half, as a hash draws them: a share this small does not come by chance.
  if (Math.min(...counter.drawn) < sizes.firstTexts / 3)
    log.complaints.push(`drawn so often: ${counter.drawn.join(', ')}`);
  return inboxes;
}

/** Goes on answering until nothing waits, nothing is in doubt, everybody has answered and everything was heard. */
export async function settle(bank: Bank, inboxes: readonly Inbox[], report: Report): Promise<void> {
  const { owner, patience, simulator } = bank;
  let quietSince: number | null = null;
  await patience.until('nothing to wait in the outbox and everybody to have answered', async () => {
    await patience.pause(500);
    await owner.ask('delivery/sweep-now', {});
    let sent = 0;
    for (const { look } of inboxes) sent += await look();
    const { queued, sending, uncertain } = await owner.must('outbox/read-status', {});
    const { repliesToCome, accepted, delivered, failed, undelivered } = await simulator.counts();
    const underWay = accepted - delivered - failed - undelivered;
    report(
      `${queued} wait, ${sending + uncertain} in doubt, ${underWay} on their way, ${repliesToCome} replies to come`,
    );
    const isQuiet = sent + queued + sending + uncertain + underWay + repliesToCome === 0;
    quietSince = isQuiet ? (quietSince ?? Date.now()) : null;
    // What came last is in the carrier's lists only now.
    return quietSince !== null && Date.now() - quietSince > (carrierKnobs.listLatenessMs ?? 0) + 1_000 ? true : null;
  });
  const { needsPerson } = await owner.must('outbox/read-status', {});
  if (needsPerson > 0) bank.log.complaints.push(`${needsPerson} texts wait for a person to decide`);
}
