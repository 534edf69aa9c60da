/** Whether the account can text at all: right credentials, in good standing, with a number to text from. */
import { appError } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CallOptions, Carrier, CarrierResult, NextPage } from '../port.ts';
import type { Line, TwilioCredentials } from './line.ts';
import { isAbsent, readValue } from './outcomes.ts';
import { schemas } from './parse.ts';

export function accountCalls(
  line: Line,
  { accountSid, apiKeySid }: TwilioCredentials,
  listNumbers: Carrier['listNumbers'],
): Pick<Carrier, 'checkAccount'> {
  const signedByKey = apiKeySid !== undefined;
  return {
    async checkAccount(options) {
      const ending = await line.ask(options, (twilio) => twilio.api.v2010.accounts(accountSid).fetch());
      // An account that these credentials do not see is, for whoever typed them, a wrong one.
      if (isAbsent(ending)) return err(appError('carrier/wrong-credentials'));
      const found = readValue(ending, schemas.account);
      // A standard API key may text for the account but not read about it, and is told so as if it were wrong. Whether
      // it is wrong shows when the numbers are listed.
      if (!found.ok && !(signedByKey && found.error.code === 'carrier/wrong-credentials')) return found;
      // The other two states are `suspended` and `closed`.
      if (found.ok && found.value.status !== 'active') return err(appError('carrier/account-suspended'));
      const numberCount = await countNumbers(listNumbers, options);
      if (!numberCount.ok) return numberCount;
      if (numberCount.value === 0) return err(appError('carrier/no-numbers'));
      const serverAt = ending.kind === 'answered' ? ending.answer.serverAt : undefined;
      return ok({
        accountName: (found.ok && found.value.friendly_name) || '',
        trial: found.ok ? found.value.type === 'Trial' : null,
        numberCount: numberCount.value,
        ...(serverAt === undefined ? {} : { serverAt }),
      });
    },
  };
}

/** Twilio gives no total, so the numbers are counted page by page, and only those that can text. */
async function countNumbers(listNumbers: Carrier['listNumbers'], options: CallOptions): Promise<CarrierResult<number>> {
  let numberCount = 0;
  let from: { readonly pageSize: number } | NextPage | null = { pageSize: 1_000 };
  while (from !== null) {
    const page: Awaited<ReturnType<Carrier['listNumbers']>> = await listNumbers(from, options);
    if (!page.ok) return page;
    numberCount += page.value.numbers.filter((number) => number.canText).length;
    from = page.value.next;
  }
  return ok(numberCount);
}
