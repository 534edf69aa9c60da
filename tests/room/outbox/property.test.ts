import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOpen } from '../../../shared/domain/texting-hours.ts';
import { dayMs, hourMs, minuteMs, type OutboxBench, openOutbox, phoneOf } from '../../support/outbox.ts';
import { heldAnswer, lostAnswer, lostRequest, turnedAway } from '../../support/scripted-carrier.ts';

/** What people, the carrier and the computer may do to an outbox, in any order. */
type Act =
  | { readonly kind: 'enter' | 'follow-up' | 'reply' | 'opt-out'; readonly contactId: number }
  | { readonly kind: 'pause' | 'resume' | 'restart' | 'offer' | 'line' | 'fill' | 'free' }
  | { readonly kind: 'deed'; readonly deed: 'lost-answer' | 'late-answer' | 'lost-request' | 'held' | 'rate' | 'full' }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'set-clock'; readonly ms: number };

const contacts = [1, 2, 3];
const contactId = fc.constantFrom(...contacts);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('enter' as const), contactId }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('follow-up' as const), contactId }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reply' as const), contactId }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('opt-out' as const), contactId }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('pause', 'resume', 'restart', 'offer', 'line', 'fill', 'free' as const),
    }) as fc.Arbitrary<Act>,
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('deed' as const),
      deed: fc.constantFrom('lost-answer', 'late-answer', 'lost-request', 'held', 'rate', 'full'),
    }) as fc.Arbitrary<Act>,
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.constantFrom(1, 900, 7_000, 40_000, 2 * minuteMs, hourMs, 7 * hourMs),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('set-clock' as const),
      ms: fc.constantFrom(-dayMs, -hourMs, hourMs, 12 * hourMs, dayMs),
    }),
  },
);

const deeds = {
  'lost-answer': lostAnswer,
  'late-answer': { ...lostAnswer, keptAfterMs: 50_000 },
  'lost-request': lostRequest,
  held: heldAnswer,
  rate: turnedAway('rate'),
  full: turnedAway('queue-full'),
} as const;

const newYork = ['America/New_York'] as const;
const window = { startMinute: 540, endMinute: 1260 };

/** What must hold at every instant, watched from the carrier's side and from the store's. */
class Watch {
  readonly optedOut = new Set<string>();
  readonly faults: string[] = [];
  /** Text by text, as decided; bodies are unique. */
  readonly decided = new Map<string, number>();

  over(bench: OutboxBench): void {
    bench.carrier.onCall = ({ to, body, validitySeconds }) => {
      const at = bench.clock.nowMs() + bench.carrier.skewMs;
      const closes = at + (validitySeconds ?? 0) * 1_000;
      if (!isOpen(window, newYork, at)) this.faults.push(`${body} left at ${new Date(at).toISOString()}`);
      if (!isOpen(window, newYork, closes)) this.faults.push(`${body} may be delivered after closing`);
      if (this.optedOut.has(to)) this.faults.push(`${body} left after an opt-out`);
      const standing = bench.store.look((reader) =>
        reader.all<{ state: string }>(
          `SELECT state FROM message WHERE phone = ? AND state IN ('sending', 'uncertain')`,
          to,
        ),
      );
      if (standing.length !== 1 || standing[0]?.state !== 'sending') this.faults.push(`${body} left uncommitted`);
    };
  }
}

async function perform(bench: OutboxBench, watch: Watch, step: Act, count: number): Promise<OutboxBench> {
  const { carrier } = bench;
  switch (step.kind) {
    case 'enter':
    case 'follow-up':
      try {
        const body = `${step.kind} ${count}`;
        const messageId =
          step.kind === 'enter' ? bench.sendInitial(step.contactId, body) : bench.sendFollowUp(step.contactId, body);
        watch.decided.set(body, messageId);
      } catch {
        // Refused, as it may be: texted before, opted out, paused.
      }
      break;
    case 'reply':
      bench.reply(step.contactId);
      break;
    case 'opt-out':
      bench.optOut(step.contactId);
      watch.optedOut.add(phoneOf(step.contactId));
      break;
    case 'pause':
      bench.setAction('paused');
      break;
    case 'resume':
      bench.setAction('published');
      break;
    case 'restart': {
      const next = await bench.restart();
      watch.over(next);
      return next;
    }
    case 'offer':
      for (const message of carrier.kept) bench.store.write((tx) => bench.outbox.offer(tx, message));
      break;
    case 'line':
      carrier.unreachable = !carrier.unreachable;
      break;
    case 'fill':
      bench.disk.fill();
      break;
    case 'free':
      bench.disk.free();
      break;
    case 'deed':
      carrier.script.push(deeds[step.deed]);
      break;
    case 'pass':
      await bench.pass(step.ms, Math.max(1, Math.ceil(step.ms / 20)));
      break;
    case 'set-clock':
      carrier.skewMs -= step.ms;
      bench.clock.setWallClock(bench.clock.nowMs() + step.ms);
      break;
  }
  await bench.settle();
  return bench;
}

/** Everything is mended, and two days go by. */
async function comeToRest(bench: OutboxBench): Promise<void> {
  const { carrier } = bench;
  bench.disk.free();
  bench.setAction('published');
  carrier.unreachable = false;
  carrier.script.splice(0);
  carrier.releaseAll();
  await bench.pass(10 * minuteMs, 5_000);
  await bench.pass(2 * dayMs, 5 * minuteMs);
  await bench.pass(10 * minuteMs, 5_000);
}

const mayStay = new Set(['handed-over', 'blocked', 'cancelled', 'needs-person']);

it('whatever happens, every text that was decided leaves once, by day, and none after an opt-out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (steps) => {
      const watch = new Watch();
      let bench = await openOutbox({ isEager: true });
      watch.over(bench);
      for (const [count, step] of steps.entries()) bench = await perform(bench, watch, step, count);
      await comeToRest(bench);

      expect(watch.faults).toEqual([]);
      for (const [body, messageId] of watch.decided) {
        const row = bench.row(messageId);
        const inBook = bench.carrier.kept.filter((message) => message.body === body);
        expect([body, row.state, mayStay.has(row.state)]).toEqual([body, row.state, true]);
        expect([body, row.state, inBook.length]).toEqual([body, row.state, row.state === 'handed-over' ? 1 : 0]);
        if (row.state === 'handed-over') expect(row.carrier_id).toBe(inBook[0]?.carrierId);
        // Only a stop that has a reason keeps a text from leaving.
        if (row.state === 'blocked') expect(row.reason).toBe('opted-out');
        if (row.state === 'needs-person') expect(['too-old', 'unknown-too-long']).toContain(row.reason);
      }
      expect(bench.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
      await bench.die();
    }),
    { numRuns: 60, endOnFailure: false },
  );
}, 600_000);
