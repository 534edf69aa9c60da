import type { LeftOutReason } from '../../shared/contract/contacts.ts';

/** Why a row was left out, as the exported file says it: English for now. The window has its own words, in each language. */
const words: Readonly<Record<LeftOutReason, string>> = {
  'no-phone': 'no phone number',
  'bad-phone': 'not a phone number',
  'phone-too-short': 'too few digits',
  'phone-without-area-code': 'no area code',
  'phone-too-long': 'too many digits',
  'phone-with-extension': 'has an extension',
  'phone-abroad': 'outside the United States and Canada',
  duplicate: 'same number as an earlier row',
  'broken-row': 'quotation marks do not close, or too many cells',
};

/** Such as `same number as row 41`: rows are counted as in the file that was imported. */
export function leftOutInWords(reason: LeftOutReason, earlierLine: number | null): string {
  return earlierLine === null ? words[reason] : `same number as row ${earlierLine}`;
}
