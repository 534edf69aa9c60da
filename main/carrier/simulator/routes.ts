/** The table of everything that the carrier answers: method and path to a handler, and the word by which it is counted. */
import { fetchAccount, fetchBalance } from './account.ts';
import type { Answer, Call } from './answer.ts';
import { listAvailable } from './available-numbers.ts';
import { apiVersion, type Carrier } from './carrier.ts';
import { refuse } from './errors.ts';
import { lookUp } from './lookups.ts';
import { listMessages } from './message-list.ts';
import { createMessage, deleteMessage, fetchMedia, fetchMessage, listMedia, updateMessage } from './messages.ts';
import { buyNumber, fetchNumber, listNumbers, releaseNumber, updateNumber } from './numbers.ts';
import { addToPool, createService, fetchService, listPool, listServices, removeFromPool } from './services.ts';

type Handler = (call: Call, carrier: Carrier) => Answer;

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly kind: string;
  readonly handle: Handler;
}

const account = `/${apiVersion}/Accounts/:account`;

/** A create is a POST that makes something new: what must not happen twice. */
const routes: readonly Route[] = [
  route('POST', `${account}/Messages.json`, 'messages.create', createMessage),
  route('GET', `${account}/Messages.json`, 'messages.list', listMessages),
  route('GET', `${account}/Messages/:sid.json`, 'messages.fetch', fetchMessage),
  route('POST', `${account}/Messages/:sid.json`, 'messages.update', updateMessage),
  route('DELETE', `${account}/Messages/:sid.json`, 'messages.delete', deleteMessage),
  route('GET', `${account}/Messages/:sid/Media.json`, 'media.list', listMedia),
  route('GET', `${account}/Messages/:sid/Media/:mediaSid.json`, 'media.fetch', fetchMedia),
  route('GET', `${account}/IncomingPhoneNumbers.json`, 'numbers.list', listNumbers),
  route('POST', `${account}/IncomingPhoneNumbers.json`, 'numbers.create', buyNumber),
  route('GET', `${account}/IncomingPhoneNumbers/:sid.json`, 'numbers.fetch', fetchNumber),
  route('POST', `${account}/IncomingPhoneNumbers/:sid.json`, 'numbers.update', updateNumber),
  route('DELETE', `${account}/IncomingPhoneNumbers/:sid.json`, 'numbers.release', releaseNumber),
  route('GET', `${account}/AvailablePhoneNumbers/:country/Local.json`, 'available.list', listAvailable),
  route('GET', `${account}/Balance.json`, 'balance.fetch', fetchBalance),
  route('GET', `${account}.json`, 'account.fetch', fetchAccount),
  route('GET', '/v2/PhoneNumbers/:phone', 'lookups.fetch', lookUp),
  route('POST', '/v1/Services', 'services.create', createService),
  route('GET', '/v1/Services', 'services.list', listServices),
  route('GET', '/v1/Services/:sid', 'services.fetch', fetchService),
  route('POST', '/v1/Services/:sid/PhoneNumbers', 'pool.create', addToPool),
  route('GET', '/v1/Services/:sid/PhoneNumbers', 'pool.list', listPool),
  route('DELETE', '/v1/Services/:sid/PhoneNumbers/:numberSid', 'pool.remove', removeFromPool),
];

export interface Match {
  readonly route: Route;
  /** The named parts of the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** @throws ApiError 20404 for an unknown path, 20004 for a known path with another method. */
export function matchRoute(method: string, pathname: string): Match {
  let knownPath = false;
  for (const candidate of routes) {
    const found = candidate.pattern.exec(pathname);
    if (found === null) continue;
    knownPath = true;
    if (candidate.method === method) return { route: candidate, path: decoded(found.groups ?? {}) };
  }
  return refuse(knownPath ? 20004 : 20404);
}

function route(method: string, path: string, kind: string, handle: Handler): Route {
  const source = path.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, '(?<$1>[^/]+?)');
  return { method, pattern: new RegExp(`^${source}$`), kind, handle };
}

function decoded(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}
