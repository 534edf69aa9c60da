import type { Carrier, CarrierResult, NumberPage, SendingNumber } from '../../../main/carrier/index.ts';
import { createNumbers, numbersHandlers } from '../../../main/numbers/index.ts';
import type { Tx } from '../../../main/store/index.ts';
import { asE164 } from '../../../shared/domain/phone.ts';
import { appError } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { openRoomsWith } from '../campaign/rooms-with.ts';

type NumberSource = Pick<Carrier, 'accountId' | 'listNumbers'>;

/** A carrier whose list of numbers the test writes, page by page, and which remembers how it was asked. */
export interface ListingCarrier extends NumberSource {
  accountId: string;
  pages: readonly (CarrierResult<readonly SendingNumber[]> | readonly SendingNumber[])[];
  /** When true, the last page names the first one as its next. */
  endless: boolean;
  readonly asked: Parameters<Carrier['listNumbers']>[];
}

export function listingCarrier(...pages: ListingCarrier['pages']): ListingCarrier {
  const carrier: ListingCarrier = {
    accountId: 'AC1',
    pages,
    endless: false,
    asked: [],
    listNumbers: async (...question): Promise<CarrierResult<NumberPage>> => {
      carrier.asked.push(question);
      const [from, { signal }] = question;
      await new Promise(setImmediate);
      if (signal?.aborted) return err(appError('carrier/unreachable'));
      const index = 'cursor' in from ? Number(from.cursor) : 0;
      const page = carrier.pages[index] ?? [];
      if ('ok' in page && !page.ok) return page;
      const next = index + 1 < carrier.pages.length ? index + 1 : carrier.endless ? 0 : null;
      const numbers = 'ok' in page ? page.value : page;
      return ok({ numbers, next: next === null ? null : { cursor: String(next) } });
    },
  };
  return carrier;
}

/** `+1202555` and 0100 or more. */
export function sendingNumber(line: number, changes: Partial<SendingNumber> = {}): SendingNumber {
  const phone = asE164(`+1202555${String(line).padStart(4, '0')}`);
  return { carrierId: `PN${line}`, phone, label: `line ${line}`, canText: true, canSendMedia: true, ...changes };
}

/** The numbers room on a new store, with the ids of the numbers whose loss it told. */
export async function openNumbers(carrier: NumberSource | null) {
  const rooms = await openRoomsWith((parts) => {
    const lost: number[] = [];
    const onNumberLost = (_tx: Tx, numberId: number): void => void lost.push(numberId);
    const all = { ...parts, carrier, onNumberLost, onNumberFound: () => {} };
    const numbers = createNumbers(all);
    return { handlers: numbersHandlers(numbers, all), ...numbers, lost };
  });
  const admin = rooms.signIn('admin');
  rooms.events.length = 0;
  return {
    ...rooms,
    admin,
    list: async () => {
      const answer = await rooms.call('numbers/list', {}, admin);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    },
  };
}
