/**
 * Makes what is due happen: turns in the lives of texts, and what contacts write. Works in the order of the instants,
 * in short transactions between which requests are answered. What it does next stands in the book, so a restarted
 * simulator goes on where the killed one was.
 */
import type { Carrier } from './carrier.ts';
import { receiveText } from './inbound.ts';
import type { MessageRow } from './message-rows.ts';
import { replyTo } from './personas.ts';
import { takeTurn } from './turns.ts';

interface Due {
  readonly kind: 'turn' | 'reply';
  readonly id: number;
  readonly dueAt: number;
}

export interface Timetable {
  /** Everything that is due by now, and everything that becomes due through it. */
  runDue(): void;
  /** Arms the timer for the next instant at which something is due. */
  arm(): void;
  stop(): void;
}

const batchSize = 200;
/** Timers finer than this cost more than they tell. */
const shortestWaitMs = 5;
/** The clock may be moved and knobs turned, so it never sleeps longer. */
const longestWaitMs = 1_000;

export function timetable(carrier: Carrier): Timetable {
  const due = carrier.book.database.prepare<[{ nowAt: number; limit: number }], Due>(
    `SELECT * FROM (
       SELECT 'turn' AS kind, id, next_at AS dueAt FROM message WHERE next_at <= @nowAt ORDER BY next_at, id LIMIT @limit
     ) UNION ALL SELECT * FROM (
       SELECT 'reply' AS kind, id, due_at AS dueAt FROM reply WHERE due_at <= @nowAt ORDER BY due_at, id LIMIT @limit
     ) ORDER BY dueAt, kind DESC, id LIMIT @limit`,
  );
  const next = carrier.book.database.prepare<[], { at: number | null }>(
    `SELECT min(at) AS at FROM (
       SELECT min(next_at) AS at FROM message WHERE next_at IS NOT NULL UNION ALL SELECT min(due_at) FROM reply)`,
  );
  let timer: NodeJS.Timeout | null = null;
  let wakesAt = Number.POSITIVE_INFINITY;
  let stopped = false;

  /** @returns whether more may be due. */
  function runBatch(): boolean {
    const batch = due.all({ nowAt: carrier.clock.nowMs(), limit: batchSize });
    if (batch.length === 0) return false;
    const moved: MessageRow[] = [];
    carrier.book.inTransaction(() => {
      let soonestNewAt = Number.POSITIVE_INFINITY;
      for (const { kind, id, dueAt } of batch) {
        // What this batch brought about comes before what was due later, so the rest is left for the next batch.
        if (dueAt > soonestNewAt) break;
        if (kind === 'reply') writeReply(carrier, id);
        else {
          const { message, replyAt } = advance(carrier, id, dueAt);
          moved.push(message);
          soonestNewAt = Math.min(soonestNewAt, message.nextAt ?? soonestNewAt, replyAt ?? soonestNewAt);
        }
      }
    });
    for (const message of moved) carrier.webhooks.postStatus(message);
    return true;
  }

  function wake(): void {
    timer = null;
    wakesAt = Number.POSITIVE_INFINITY;
    if (runBatch()) setImmediate(arm);
    else arm();
  }

  function arm(): void {
    if (stopped) return;
    const nextAt = next.get()?.at ?? null;
    if (nextAt === null) return;
    const dueInMs = nextAt - carrier.clock.nowMs();
    // A clock that stands still brings nothing nearer; whoever moves it calls `runDue`.
    if (dueInMs > 0 && carrier.clock.state().frozenAt !== null) return;
    const waitMs = Math.min(Math.max(dueInMs, shortestWaitMs), longestWaitMs);
    if (timer !== null && Date.now() + waitMs >= wakesAt) return;
    if (timer !== null) clearTimeout(timer);
    wakesAt = Date.now() + waitMs;
    timer = setTimeout(wake, waitMs);
  }

  return {
    runDue: () => {
      while (runBatch());
      arm();
    },
    arm,
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** `replyAt` is when the person who got the text will answer, null when nobody will. */
function advance(carrier: Carrier, id: number, dueAt: number): { message: MessageRow; replyAt: number | null } {
  const message = takeTurn(carrier, id, dueAt);
  const isThere = reachedSomebody(message.status, message.fate);
  return { message, replyAt: isThere ? planReply(carrier, message.toPhone, message.fromPhone, dueAt) : null };
}

/** Without a receipt nobody can tell, but the person has the text in hand all the same. */
function reachedSomebody(status: string, fate: string | null): boolean {
  return status === 'delivered' || (status === 'sent' && fate === 'sent');
}

function planReply(carrier: Carrier, contact: string, number: string | null, at: number): number | null {
  const heard = carrier.contacts.hear(contact);
  if (number === null || carrier.contacts.optedOutAt(contact) !== null) return null;
  const reply = replyTo(contact, heard, carrier.knobs(), carrier.dice);
  if (reply === null) return null;
  const { body, optOut, afterMs } = reply;
  carrier.contacts.plan({ dueAt: at + afterMs, contact, number, body, optOut: optOut ? 1 : 0 });
  return at + afterMs;
}

function writeReply(carrier: Carrier, id: number): void {
  const reply = carrier.contacts.takeReply(id);
  if (reply === undefined) return;
  receiveText(
    { from: reply.contact, to: reply.number, body: reply.body, optOut: reply.optOut === 1, at: reply.dueAt },
    carrier,
  );
}
