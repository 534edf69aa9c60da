import type { CarrierCredentials } from '../../shared/contract/index.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';

type Mistake = AppError<'app/bad-account-sid' | 'app/bad-api-key-sid' | 'app/bad-api-key-secret'>;

/** Two letters for the kind and 32 hexadecimal digits, as Twilio writes all its ids. */
const sidOf = (kind: string): RegExp => new RegExp(`^${kind}[0-9a-fA-F]{32}$`);
const accountSidShape = sidOf('AC');
const apiKeySidShape = sidOf('SK');
/** Twilio's are 32 letters and digits today and it does not promise the number; blanks are always a slip of copying. */
const secretShape = /^[0-9A-Za-z]{16,128}$/;

/** Judges what was typed before anybody is asked, the fields in their order. Says which is wrong, and repeats none. */
export function judgeCredentials(typed: CarrierCredentials): Result<CarrierCredentials, Mistake> {
  const { accountSid, apiKeySid, apiKeySecret } = typed;
  if (!accountSidShape.test(accountSid)) return err(appError('app/bad-account-sid'));
  if (!apiKeySidShape.test(apiKeySid)) return err(appError('app/bad-api-key-sid'));
  // The key's SID stands beside its secret on Twilio's page, and is what people paste twice.
  if (!secretShape.test(apiKeySecret) || sidOf('(AC|SK)').test(apiKeySecret)) {
    return err(appError('app/bad-api-key-secret'));
  }
  return ok({ accountSid, apiKeySid, apiKeySecret });
}
