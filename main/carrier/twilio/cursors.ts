/**
 * The next page of a list. Twilio names it by a path on its own host, and pages must be followed, never computed. The
 * name is checked when it arrives and again when it is followed, because in between it may have been in a file: it
 * leads to the same list of the same account at our own address, or nowhere.
 */
import { type AppError, appError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { NextPage } from '../port.ts';
import { type Origin, twilioAddresses } from './hosts.ts';

/** A list of one account: where it lives, and the path of its first page. */
export interface ListPlace {
  readonly origin: Origin;
  readonly path: string;
}

type CursorError = AppError<'carrier/forbidden-host' | 'carrier/faulty'>;

function checkUri(uri: string, list: ListPlace): Result<string, CursorError> {
  const url = URL.canParse(uri, list.origin) ? new URL(uri, list.origin) : null;
  if (url === null) return err(appError('carrier/faulty'));
  const ours = url.origin === list.origin || url.origin === twilioAddresses.api;
  if (!ours || url.username !== '' || url.password !== '') {
    return err(appError('carrier/forbidden-host', { host: url.hostname }));
  }
  return url.pathname === list.path ? ok(url.pathname + url.search) : err(appError('carrier/faulty'));
}

/** The page that a list's `next_page_uri` names, null at the end of the list. */
export function readNextPage(uri: string | null, list: ListPlace): Result<NextPage | null, CursorError> {
  if (uri === null) return ok(null);
  const checked = checkUri(uri, list);
  return checked.ok ? ok({ cursor: checked.value }) : checked;
}

/** The URL, on Twilio's host as the package expects it, that a cursor leads to. */
export function followCursor(page: NextPage, list: ListPlace): Result<string, CursorError> {
  const checked = checkUri(page.cursor, list);
  return checked.ok ? ok(twilioAddresses.api + checked.value) : checked;
}
