import { homedir } from 'node:os';

/** What stands in a line where a private value was. */
export const masked = { value: '[private]', secret: '[secret]', email: '[e-mail]' } as const;

/** Text is looked at up to here, and written up to `longestWritten`; both in UTF-16 units. */
const longestRead = 65_536;
const longestWritten = 8_192;

export interface RedactTextOptions {
  /** The person's home folder, which is written as `~`. Default: the operating system's answer. */
  readonly homeFolder?: string;
}

/**
 * Takes a function that removes from running text what a log must not tell: secrets, e-mail addresses, phone numbers
 * but for their last three digits, the values of private fields in JSON and in forms, and the way to the home folder.
 * The rules know spellings, not people: a name or a message in free text cannot be seen, so it must never be put there.
 */
export function createTextRedactor(options: RedactTextOptions = {}): (text: string) => string {
  const ownHome = homePattern(options.homeFolder ?? homedir());
  return (text) => {
    // The end of an overlong text goes too, because the cut may stand inside a number or a secret.
    const read = text.length > longestRead ? text.slice(0, longestRead - 512) : text;
    // Secrets go first: the other rules would otherwise take digits out of their middle and leave the rest.
    const steps = [maskSecrets, maskNamedValues, maskEmails, maskPhones];
    const redacted = steps.reduce((left, step) => step(left), shortenHome(read, ownHome));
    return redacted.length > longestWritten ? `${redacted.slice(0, longestWritten)} [cut]` : redacted;
  };
}

/** `https://user:password@host`, with a password that may itself hold an `@`. */
const userInfo = /(?:(?<=:)\/\/[^\s/?#"'<>]{1,512}|\/\/[^\s/?#"'<>:@]{0,256}:[^\s/?#"'<>]{0,512})@/g;
/** A header that carries a secret, up to the end of its line or of the string it stands in. */
const secretHeader =
  /\b((?:proxy-)?authorization|x-twilio-signature|(?:set-)?cookie)(\\?["']?\s*[:=]\s*\\?["']?)[^\r\n"'\\]+/gi;
const authenticationScheme = /\b(basic|bearer|digest)\s+[\w+/=.~:-]{4,}/gi;
const jsonWebToken = /\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g;
/** Twilio's ids are two capitals and 32 hexadecimal digits. A key's goes; an account's is told by its end. */
const keyId = /SK[0-9a-f]{32}/gi;
const accountId = /AC[0-9a-f]{29}([0-9a-f]{3})(?![0-9a-f])/gi;
const carrierId = /^[A-Z]{2}[0-9a-f]{32}$/;
/** Twilio's auth token is 32 hexadecimal digits, an API key's secret 32 letters and digits; ours are longer. */
const longRun = /[0-9A-Za-z]{32,}/g;
const longWebRun = /[0-9A-Za-z_-]{32,}/g;

function maskSecrets(text: string): string {
  return text
    .replace(userInfo, `//${masked.secret}@`)
    .replace(secretHeader, `$1$2${masked.secret}`)
    .replace(authenticationScheme, `$1 ${masked.secret}`)
    .replace(jsonWebToken, masked.secret)
    .replace(keyId, `SK${masked.secret}`)
    .replace(accountId, 'AC…$1')
    .replace(longRun, (run) => (carrierId.test(run) || !looksRandom(run) ? run : masked.secret))
    .replace(longWebRun, (run) =>
      /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run) && !carrierId.test(run) ? masked.secret : run,
    );
}

/** A secret nearly always has a digit. Long names in code have none, and fewer capitals than chance would give. */
function looksRandom(run: string): boolean {
  return /\d/.test(run) || (run.match(/[A-Z]/g)?.length ?? 0) > 8;
}

/** Every repetition is bounded, here and below: no text, however made, may hold up the engine while it is searched. */
const privateNames =
  '(?:[\\w-]{0,40}(?:token|secret|password|email|e-mail|authorization|session)[\\w-]{0,40}|body|text|name|(?:first|last|full|friendly)[_-]?name)';
/**
 * `"body": "..."` in JSON, in JSON that was itself written as a JSON string, and as Node prints an object. The value
 * ends at the quote that has as many backslashes as its opening one; a quote within it has more.
 */
const namedInObject = new RegExp(
  `(?<![\\w-])((\\\\{0,15})(["']?)${privateNames}\\2\\3\\s*[:=]\\s*\\2(["'\`]))[\\s\\S]*?((?<!\\\\)\\2\\4|$)`,
  'gi',
);
/** `Body=...` in a form or in a URL's query. */
const namedInForm = new RegExp(`((?:^|[?&;\\s])${privateNames}=)[^&\\s"'<>]+`, 'gi');

function maskNamedValues(text: string): string {
  return text.replace(namedInObject, `$1${masked.value}$5`).replace(namedInForm, `$1${masked.value}`);
}

const email = /[^\s"<>()[\],;:@\\]{1,128}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}/gu;

function maskEmails(text: string): string {
  return text.replace(email, (address) => {
    // The local part may hold almost any sign. Only an opening quote, or what belongs to a URL or a form, is kept.
    const before = /^(?:'|\/\/.*[=&?/]|[\w.-]+=)/.exec(address.split(/@|%40/, 1)[0] ?? '');
    return `${before?.[0] ?? ''}${masked.email}`;
  });
}

/** What people and programs write between the digits of a phone number, also percent-encoded. */
const gap = '(?:[\\s.\\-\\u2010-\\u2015\\u2212\\u00b7\\u2022_/()]|%2[089DEF]|%C2%A0){0,4}';
const plus = '(?:\\+|%2B|\\uff0b)';
const northAmerican = `${plus}?(?:1${gap})?(?:\\(|%28)?\\d{3}${gap}\\d{3}${gap}\\d{4}`;
const international = `${plus}${gap}\\d(?:${gap}\\d){6,14}`;
/** Other countries' numbers without a plus, and several in a row. Thirteen digits that begin with 1 are an instant. */
const bare = '(?!1\\d{12}(?!\\d))\\d{10,}';
/** An encoded sign in front is taken along, because its own digits would hide where the number begins. */
const phone = new RegExp(`(?<!\\d)(?:%[0-9A-F]{2})?(?:${northAmerican}|${international}|${bare})(?!\\d)`, 'gi');
/** Inside these, digits are no phone number: the carrier's ids, UUIDs, instants and addresses on the network. */
const notPhones =
  /\b(?:[A-Z]{2}[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)\b/g;

function maskPhones(text: string): string {
  let masked = '';
  let from = 0;
  for (const kept of text.matchAll(notPhones)) {
    masked += maskPhonesIn(text.slice(from, kept.index)) + kept[0];
    from = kept.index + kept[0].length;
  }
  return masked + maskPhonesIn(text.slice(from));
}

function maskPhonesIn(text: string): string {
  return text.replace(phone, (number) => `…${number.replace(/%[0-9A-F]{2}|\D/gi, '').slice(-3)}`);
}

/** Other people's home folders, too: a path may come from a backup. Only on Windows do their names hold spaces. */
const anyHome = /[A-Za-z]:([\\/]{1,2})Users\1[^\\/\r\n"':]{1,64}|([\\/]{1,2})(?:home|Users)\2[^\\/\s"':),]{1,64}/g;

function homePattern(homeFolder: string): RegExp | undefined {
  if (homeFolder.length < 3) return undefined;
  const between = '[\\\\/]{1,2}';
  // Between two folders stands either slash, or the two backslashes of a Windows path inside JSON.
  const [root = '', ...below] = homeFolder.split(/[\\/]+/).map((folder) => folder.replace(/[$()*+.?[\]^{|}]/g, '\\$&'));
  return new RegExp(`${root || '/'}${root && between}${below.join(between)}(?=[\\\\/\\s"':),]|$)`, 'g');
}

function shortenHome(text: string, ownHome: RegExp | undefined): string {
  return (ownHome === undefined ? text : text.replace(ownHome, '~')).replace(anyHome, '~');
}
