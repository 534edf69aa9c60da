/** Words that make a field private wherever they stand in its name: `authToken`, `contact_email`. */
const privateWords: ReadonlySet<string> = new Set([
  'body',
  'email',
  'token',
  'secret',
  'password',
  'passphrase',
  'passwd',
  'authorization',
  'auth',
  'session',
  'cookie',
  'signature',
  'credential',
  'apikey',
  'firstname',
  'lastname',
  'fullname',
  'nickname',
  'surname',
]);

/** Words before `name` that make it a person's. `fileName` and `tableName` are told; `name` alone never is. */
const personWords: ReadonlySet<string> = new Set([
  'first',
  'last',
  'middle',
  'full',
  'given',
  'family',
  'nick',
  'display',
  'friendly',
  'contact',
  'person',
  'texter',
  'caller',
  'sender',
  'recipient',
  'user',
]);

/** A number whose field ends in one of these is no secret and no phone number: `tokenCount`, `freeBytes`. */
const unitWords: ReadonlySet<string> = new Set([
  'count',
  'length',
  'size',
  'segments',
  'bytes',
  'ms',
  'seconds',
  'at',
  'id',
]);

/** True when the value of a field of this name must not be told, whatever it is. Case and spelling do not matter. */
export function isPrivateField(field: string): boolean {
  const words = wordsOf(field);
  const last = words.at(-1) ?? '';
  if (words.some((word) => privateWords.has(word))) return true;
  // Spelt as one word, as in `authtoken`, `firstname` or `Sessions`.
  if (/^(?:.*(?:token|secret|password)|(?:first|last|full)names?)$/.test(words.join(''))) return true;
  if (last === 'text') return words.length === 1 || words.some((word) => word === 'message' || word === 'reply');
  if (last === 'name') return words.length === 1 || words.some((word) => personWords.has(word));
  return false;
}

/** True when the field's name says that a number in it is an amount or an instant. */
export function namesAnAmount(field: string): boolean {
  const words = wordsOf(field);
  return words.length > 1 && unitWords.has(words.at(-1) ?? '');
}

/** `contactFirst_Name` -> contact, first, name. A plural counts as its singular. */
function wordsOf(field: string): string[] {
  return field
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 && word.endsWith('s') && !unitWords.has(word) ? word.slice(0, -1) : word));
}
