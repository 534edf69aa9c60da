import type { Carrier, CarrierMessage, ReportedStatus } from '../../main/carrier/index.ts';
import type { Store } from '../../main/store/index.ts';
import { ok } from '../../shared/result.ts';
import { scriptedCarrier, testAccountId } from '../support/scripted-carrier.ts';
import type { Figures } from './figures.ts';
import { newIntentId, openBenchEngine } from './support/bench-engine.ts';
import { withBenchStore } from './support/bench-store.ts';
import { fillTextBank, firstText, isUnderWay } from './support/text-bank.ts';

const texts = 5_000;
/** Replies of each contact. The first belongs to the life of the text; the others only make the measurement longer. */
const repliesEach = 4;

/**
 * The whole life of 5,000 texts through all rooms: Enter, claim, answer, delivery, reply. Told are by how much each has
 * made the file grow, with its intent, journal rows and indexes, and how fast pages of a thousand replies are taken in.
 */
export async function measureTextLife(): Promise<Figures> {
  return withBenchStore(async (bench) => {
    const { store, clock } = bench;
    const numbers = [{ phone: '+12025550199', segmentsPerSecond: 100_000 }];
    fillTextBank(store, { texts, stage: 'on-desk', accountId: testAccountId, numbers });
    const told: { messages: readonly CarrierMessage[] } = { messages: [] };
    const scripted = scriptedCarrier(clock);
    const { rooms, ask } = openBenchEngine(bench, telling(scripted, told));
    await ask('people/sign-in', { userId: 1 });
    const bytesBefore = store.status().sizeBytes;

    rooms.start();
    for (let assignmentId = 1; assignmentId <= texts; assignmentId += 1) {
      const { body: text } = firstText(assignmentId - 1);
      await ask('outbox/send-initial', { intentId: newIntentId(), assignmentId, text });
    }
    while (isUnderWay(store)) await clock.sleep(5);

    const sent = [...scripted.kept];
    told.messages = sent.map((message) => ({ ...message, status: known('delivered') })).reverse();
    await ask('delivery/sweep-now', {});

    let repliesMs = 0;
    let bytesAfter = 0;
    for (let n = 0; n < repliesEach; n += 1) {
      told.messages = sent.map((message) => replyTo(message, n, clock.nowMs())).reverse();
      const startedMs = performance.now();
      await ask('delivery/sweep-now', {});
      repliesMs += performance.now() - startedMs;
      if (n === 0) bytesAfter = store.status().sizeBytes;
    }
    await rooms.stop();
    insistOn(store);
    return {
      storeBytesPerText: Math.round((bytesAfter - bytesBefore) / texts),
      replyIngestPerS: Math.round((texts * repliesEach * 1_000) / repliesMs),
    };
  });
}

const known = (name: 'delivered' | 'received'): ReportedStatus => ({ known: true, name });

/** Takes texts as the scripted carrier does, and lists what it is told to. */
function telling(scripted: Carrier, told: { readonly messages: readonly CarrierMessage[] }): Carrier {
  return {
    ...scripted,
    listMessages: async (from) => {
      const begin = 'cursor' in from ? Number(from.cursor) : 0;
      const end = begin + ('cursor' in from ? 1_000 : from.pageSize);
      const next = end < told.messages.length ? { cursor: String(end) } : null;
      const serverAt = Math.floor(Date.now() / 1_000) * 1_000;
      return ok({ messages: told.messages.slice(begin, end), next, unreadableCount: 0, serverAt });
    },
  };
}

function replyTo({ carrierId, from, to }: CarrierMessage, n: number, at: number): CarrierMessage {
  return {
    carrierId: `${carrierId}-${n}`,
    direction: 'inbound',
    from: to,
    to: from,
    body: 'Yes, I will be there, thank you for asking.',
    status: known('received'),
    segments: 1,
    mediaCount: 0,
    errorCode: null,
    createdAt: at,
    sentAt: at,
    updatedAt: at,
  };
}

function insistOn(store: Store): void {
  const count = (table: string): number | undefined =>
    store.look((reader) => reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))?.n;
  const [delivered, replies] = [
    count(`message WHERE status = 'delivered'`),
    count('reply WHERE action_id IS NOT NULL'),
  ];
  if (delivered !== texts || replies !== texts * repliesEach) {
    throw new Error(`${delivered} texts were delivered and ${replies} replies taken`);
  }
}
