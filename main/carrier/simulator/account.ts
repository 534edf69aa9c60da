/** The one account: its credentials, `GET /Accounts/{sid}.json` and the balance. */
import { randomBytes } from 'node:crypto';
import { type Answer, answer, type Call } from './answer.ts';
import type { Book } from './book.ts';
import { type Account, accountUri, type Carrier } from './carrier.ts';
import { rfc2822 } from './dates.ts';

/** The book's account, or a new one with random credentials, which the book keeps from then on. */
export function openAccount(book: Book, nowAt: number): Account {
  // Nobody else writes this key, so what is there has this shape.
  const kept = book.readMeta('account') as Account | undefined;
  if (kept !== undefined) return kept;
  const hex = (): string => randomBytes(16).toString('hex');
  const account: Account = {
    accountSid: `AC${hex()}`,
    authToken: hex(),
    apiKeySid: `SK${hex()}`,
    apiKeySecret: hex(),
    createdAt: nowAt,
  };
  book.writeMeta('account', account);
  return account;
}

const subresources = ['AvailablePhoneNumbers', 'IncomingPhoneNumbers', 'Messages', 'Balance'] as const;

export function fetchAccount(_call: Call, carrier: Carrier): Answer {
  const { account } = carrier;
  const uri = accountUri(account);
  const snakeCase = (name: string): string => name.replaceAll(/(?<=[a-z])([A-Z])/g, '_$1').toLowerCase();
  return answer(200, {
    // Never the real token: who may read the account knows it, and an answer may end in a log.
    auth_token: null,
    date_created: rfc2822(account.createdAt),
    date_updated: rfc2822(account.createdAt),
    friendly_name: 'Practice carrier',
    owner_account_sid: account.accountSid,
    sid: account.accountSid,
    status: carrier.knobs().accountStatus,
    subresource_uris: Object.fromEntries(subresources.map((name) => [snakeCase(name), `${uri}/${name}.json`])),
    type: 'Full',
    uri: `${uri}.json`,
  });
}

export function fetchBalance(_call: Call, carrier: Carrier): Answer {
  return answer(200, { account_sid: carrier.account.accountSid, balance: '100.00', currency: 'USD' });
}
