import { ok } from '../../shared/result.ts';
import type { Carrier, CarrierResult, NextPage, SendingNumber } from '../carrier/index.ts';
import type { ListedNumbers } from './rules.ts';

/** What this room asks of the carrier. */
export type NumberSource = Pick<Carrier, 'accountId' | 'listNumbers'>;

/** A person may be waiting for the list. */
const pageTimeoutMs = 15_000;
/** The most that the carrier gives at once. */
const pageSize = 1_000;
/** A list that is longer still is not read on: by then it is more likely to go round in circles. */
const mostPages = 50;

/** Reads the account's list page by page. After a page that could not be read, what came before it is worth nothing. */
export async function readList(carrier: NumberSource, signal: AbortSignal): Promise<CarrierResult<ListedNumbers>> {
  const { accountId } = carrier;
  const numbers: SendingNumber[] = [];
  let from: { readonly pageSize: number } | NextPage = { pageSize };
  for (let pagesRead = 0; pagesRead < mostPages; pagesRead++) {
    const page: Awaited<ReturnType<Carrier['listNumbers']>> = await carrier.listNumbers(from, {
      timeoutMs: pageTimeoutMs,
      signal,
    });
    if (!page.ok) return page;
    numbers.push(...page.value.numbers);
    if (page.value.next === null) return ok({ accountId, numbers, isComplete: true });
    from = page.value.next;
  }
  return ok({ accountId, numbers, isComplete: false });
}
