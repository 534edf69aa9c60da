/**
 * Pages as the 2010-04-01 API gives them: an envelope whose URIs are relative to the host, and a `next_page_uri` to be
 * followed until it is null. A page token names what the page begins after; a page number alone is refused, because
 * with Twilio it does not work reliably either.
 */
import type { Call } from './answer.ts';
import { refuse } from './errors.ts';

export interface PageRequest {
  /** Counted from zero; only told back, never used to find the page. */
  readonly page: number;
  readonly pageSize: number;
  readonly token: string | null;
}

const usualPageSize = 50;
const largestPageSize = 1_000;

/** @throws ApiError 20001 for a page size outside of 1 to 1000, 20006 for a page number without its token. */
export function readPage(query: URLSearchParams): PageRequest {
  const pageSize = Number(query.get('PageSize') ?? usualPageSize);
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > largestPageSize) refuse(20001);
  const page = Number(query.get('Page') ?? 0);
  const token = query.get('PageToken') || null;
  if (!Number.isInteger(page) || page < 0 || (page > 0 && token === null)) refuse(20006);
  return { page, pageSize, token };
}

export interface PageContent {
  readonly request: PageRequest;
  /** The envelope's name for its items, e.g. `messages`. */
  readonly key: string;
  readonly items: readonly unknown[];
  readonly nextToken: string | null;
  readonly previousToken: string | null;
}

export function envelope(call: Call, content: PageContent): Record<string, unknown> {
  const { request, key, items, nextToken, previousToken } = content;
  const { page, pageSize } = request;
  const at = (number: number, token: string | null): string => pageUri(call, pageSize, number, token);
  const start = page * pageSize;
  return {
    first_page_uri: at(0, null),
    end: start + Math.max(items.length - 1, 0),
    previous_page_uri: previousToken === null || page === 0 ? null : at(page - 1, previousToken),
    [key]: items,
    uri: at(page, request.token),
    page_size: pageSize,
    start,
    next_page_uri: nextToken === null ? null : at(page + 1, nextToken),
    page,
  };
}

/** A page of a list that is at hand as a whole; its tokens are offsets. */
export function pageOf(call: Call, key: string, all: readonly unknown[]): Record<string, unknown> {
  const request = readPage(call.query);
  const offset = offsetOf(request.token) ?? 0;
  const end = offset + request.pageSize;
  return envelope(call, {
    request,
    key,
    items: all.slice(offset, end),
    nextToken: end < all.length ? offsetToken(end) : null,
    previousToken: offset > 0 ? offsetToken(Math.max(offset - request.pageSize, 0)) : null,
  });
}

export function offsetToken(offset: number): string {
  return `PO${offset}`;
}

/** Null for a token that is no offset. */
export function offsetOf(token: string | null): number | null {
  const digits = /^PO(\d{1,9})$/.exec(token ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The filters of the list stay in every URI; page, size and token are this page's own. */
function pageUri(call: Call, pageSize: number, page: number, token: string | null): string {
  const query = new URLSearchParams(call.query);
  query.set('PageSize', String(pageSize));
  query.set('Page', String(page));
  if (token === null) query.delete('PageToken');
  else query.set('PageToken', token);
  return `${call.uri.split('?', 1)[0]}?${query}`;
}
