/**
 * Puts a simulator together and opens its port. It takes a book (new or used), a seed and knobs; it gives the
 * credentials and addresses of a carrier that behaves like Twilio on loopback; it refuses a book that another
 * simulator holds, and another seed than the book's own, because contacts do not change their characters.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccount } from './account.ts';
import { stockOf } from './available-numbers.ts';
import { type Book, openBook } from './book.ts';
import type { Account, Carrier } from './carrier.ts';
import { type ClockState, carrierClock } from './clock.ts';
import { contactRows } from './contact-rows.ts';
import { diceOf } from './dice.ts';
import { type KnobBox, openKnobs } from './knob-box.ts';
import type { KnobChanges } from './knobs.ts';
import { messageRows } from './message-rows.ts';
import { numberRows } from './number-rows.ts';
import { addNumber } from './numbers.ts';
import { outageOf } from './outage.ts';
import { createCarrierServer } from './server.ts';
import { openTally } from './tally.ts';
import { type Timetable, timetable } from './timetable.ts';
import { openWebhooks } from './webhooks.ts';

export interface SimulatorOptions {
  /** The book's file; left out, it is a temporary one that goes away with a clean end. */
  readonly dataFile?: string;
  /** Left out, the book's own, or `1` for a new book. */
  readonly seed?: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** How many numbers a new account holds, 0 to 20. */
  readonly numberCount: number;
  readonly knobs: KnobChanges;
}

/** The ready line: where the carrier is and how to be let in. All of it is secret but the URLs. */
export interface SimulatorReady {
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  readonly controlUrl: string;
  readonly controlToken: string;
}

export interface Simulator {
  readonly ready: SimulatorReady;
  /** Answers no more and leaves the book in order. Calling it again does nothing. */
  close(): Promise<void>;
}

const host = '127.0.0.1';
/** Where a new account's numbers are from. */
const homeAreaCode = '202';
const tallyEveryMs = 250;

/** @throws when the port is taken, or the book is held by another simulator or has another seed. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  if (options.dataFile !== undefined) return startOn(options.dataFile, options);
  const temporary = mkdtempSync(join(tmpdir(), 'fieldline-simulator-'));
  const remove = (): void => rmSync(temporary, { recursive: true, force: true });
  try {
    const simulator = await startOn(join(temporary, 'book.sqlite'), options);
    return { ...simulator, close: () => simulator.close().then(remove) };
  } catch (thrown) {
    remove();
    throw thrown;
  }
}

async function startOn(dataFile: string, options: SimulatorOptions): Promise<Simulator> {
  const book = openBook(dataFile);
  const seed = settleSeed(book, options.seed);
  const knobBox = openKnobs(book, options.knobs);
  const schedule: { timetable: Timetable | null } = { timetable: null };
  const carrier = carrierOf(book, seed, knobBox, () => schedule.timetable?.arm());
  const tally = openTally(book);
  const due = timetable(carrier);
  schedule.timetable = due;
  if (book.readMeta('furnished') === undefined) furnish(carrier, options.numberCount);

  const controlToken = randomBytes(24).toString('base64url');
  let port = options.port;
  const url = (): string => `http://${host}:${port}`;
  const server = createCarrierServer({
    control: { carrier, knobBox, tally, timetable: due, beginOutage: () => setTimeout(beginOutage, 20) },
    controlToken,
    baseUrl: url,
  });
  const outage = outageOf(server, host, () => port);
  function beginOutage(): void {
    const { refuseForMs, refuseEveryMs } = knobBox.read();
    outage.begin(refuseForMs, refuseEveryMs);
  }

  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (thrown) {
    book.close();
    throw thrown;
  }
  port = (server.address() as AddressInfo).port;
  due.arm();
  const tallyTimer = setInterval(tally.write, tallyEveryMs);
  if (knobBox.read().refuseForMs > 0) setTimeout(beginOutage, 20);

  let closed = false;
  return {
    ready: readyOf(carrier.account, url(), controlToken),
    close: async () => {
      if (closed) return;
      closed = true;
      outage.stop();
      due.stop();
      clearInterval(tallyTimer);
      const isClosed = server.listening ? once(server, 'close') : Promise.resolve();
      server.close();
      server.closeAllConnections();
      await isClosed;
      tally.write();
      book.close();
    },
  };
}

function settleSeed(book: Book, given: string | undefined): string {
  const kept = book.readMeta('seed');
  if (typeof kept === 'string') {
    if (given !== undefined && given !== kept) throw new Error(`the book was begun with seed ${kept}`);
    return kept;
  }
  const seed = given ?? '1';
  book.writeMeta('seed', seed);
  return seed;
}

function carrierOf(book: Book, seed: string, knobBox: KnobBox, nudge: () => void): Carrier {
  const keptClock = book.readMeta('clock') as ClockState | undefined;
  const clock = carrierClock(keptClock ?? { offsetMs: 0, frozenAt: null }, (state) => book.writeMeta('clock', state));
  const account = openAccount(book, clock.nowMs());
  const dice = diceOf(seed);
  return {
    account,
    book,
    clock,
    dice,
    messages: messageRows(book),
    contacts: contactRows(book),
    numbers: numberRows(book),
    webhooks: openWebhooks(account, dice, knobBox.read),
    knobs: knobBox.read,
    nudge,
  };
}

/** A new account holds some numbers from the beginning; from then on it buys and releases like any other. */
function furnish(carrier: Carrier, numberCount: number): void {
  carrier.book.inTransaction(() => {
    for (const phone of stockOf(homeAreaCode, carrier).slice(0, numberCount)) addNumber(phone, {}, carrier);
    carrier.book.writeMeta('furnished', true);
  });
}

function readyOf(account: Account, url: string, controlToken: string): SimulatorReady {
  const { accountSid, authToken, apiKeySid, apiKeySecret } = account;
  return { url, accountSid, authToken, apiKeySid, apiKeySecret, controlUrl: `${url}/simulator`, controlToken };
}
