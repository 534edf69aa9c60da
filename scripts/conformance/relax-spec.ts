/**
 * Makes Twilio's OpenAPI description one that its own examples pass. As published, a strict checker refuses answers
 * that Twilio gives every day, because the description says more than is so. Each rule below undoes one such claim and
 * nothing else; what is left still checks every path, parameter, field, type, pattern and enumeration that we use.
 */

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}

const account = '/2010-04-01/Accounts/{AccountSid}';
/** What we use, by host: a path stays when it starts with one of these. A small file lets the checker start faster. */
export const keptPaths = {
  api: [
    '/2010-04-01/Accounts/{Sid}.json',
    `${account}/Messages.json`,
    `${account}/Messages/{Sid}.json`,
    `${account}/Messages/{MessageSid}/Media`,
    `${account}/IncomingPhoneNumbers.json`,
    `${account}/IncomingPhoneNumbers/{Sid}.json`,
    `${account}/AvailablePhoneNumbers/{CountryCode}/Local.json`,
    `${account}/Balance.json`,
  ],
  lookups: ['/v2/PhoneNumbers/{PhoneNumber}'],
} as const;

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(value: JsonObject, name: string): JsonObject {
  const found = value[name];
  if (!isObject(found)) throw new Error(`the specification has no object "${name}" where it had one`);
  return found;
}

/** Every object within the value, the value itself included, with the name it has in its parent. */
function* objectsIn(value: Json, name = ''): Generator<readonly [JsonObject, string]> {
  if (Array.isArray(value)) {
    for (const entry of value) yield* objectsIn(entry, name);
  } else if (isObject(value)) {
    yield [value, name];
    for (const [key, entry] of Object.entries(value)) yield* objectsIn(entry, key);
  }
}

/** `uri` and its like are declared to be absolute; Twilio writes them relative to its host, or empty when unset. */
function allowRelativeUris(schema: JsonObject): void {
  if (schema['format'] === 'uri' || schema['format'] === 'uri-map') delete schema['format'];
}

/** Latitude and longitude are declared as numbers and sent as text. */
function allowCoordinatesAsText(schema: JsonObject, name: string): void {
  if ((name !== 'latitude' && name !== 'longitude') || schema['type'] !== 'number') return;
  delete schema['type'];
  schema['anyOf'] = [{ type: 'number' }, { type: 'string' }];
}

/** An unset id comes as empty text. The id of the thing itself, and that of its account, are never unset. */
function allowUnsetIds(schema: JsonObject, name: string): void {
  const pattern = schema['pattern'];
  if (name === 'sid' || name === 'account_sid' || typeof pattern !== 'string' || !name.endsWith('_sid')) return;
  delete schema['minLength'];
  delete schema['maxLength'];
  schema['pattern'] = `^$|${pattern}`;
}

/** References cannot say that they may be null, and Twilio sends null for a part that was not asked for. */
function allowNullForParts(schema: JsonObject, name: string): void {
  if (typeof schema['$ref'] !== 'string' || neverNull.includes(name)) return;
  schema['anyOf'] = [{ $ref: schema['$ref'] }, { type: 'string', nullable: true, enum: [null] }];
  delete schema['$ref'];
}
/** What every rule of ours stands on must be there. */
const neverNull = ['status', 'direction'];

/** `validation_errors` is declared as a list and is null for a number without any. */
function allowNullForErrors(schema: JsonObject, name: string): void {
  if (name === 'validation_errors' && schema['type'] === 'array') schema['nullable'] = true;
}

/** A form has no lists: one value of a list looks like a plain text. */
function allowListsOfOne(schema: JsonObject): void {
  if (schema['type'] !== 'array') return;
  const list = { ...schema };
  for (const key of Object.keys(schema)) delete schema[key];
  schema['anyOf'] = [list, { type: 'string' }];
}

function propertiesIn(value: Json): (readonly [JsonObject, string])[] {
  return [...objectsIn(value)].flatMap(([schema]) => {
    const properties = schema['properties'];
    if (!isObject(properties)) return [];
    return Object.entries(properties).flatMap(([name, entry]) => (isObject(entry) ? [[entry, name] as const] : []));
  });
}

function relaxAnswers(schemas: Json): void {
  for (const [schema, name] of propertiesIn(schemas)) {
    allowRelativeUris(schema);
    allowCoordinatesAsText(schema, name);
    allowUnsetIds(schema, name);
    allowNullForParts(schema, name);
    allowNullForErrors(schema, name);
  }
}

/** Gives a new document with the kept paths only, relaxed. Throws when one of the paths is not in the specification. */
export function relaxSpec(specification: unknown, paths: readonly string[]): JsonObject {
  const document = structuredClone(specification) as JsonObject;
  const all = Object.entries(member(document, 'paths'));
  for (const path of paths) {
    if (!all.some(([name]) => name.startsWith(path))) throw new Error(`the specification has no path ${path}`);
  }
  const kept = Object.fromEntries(all.filter(([name]) => paths.some((path) => name.startsWith(path))));
  document['paths'] = kept;
  for (const [operation] of objectsIn(kept)) {
    if (isObject(operation['responses'])) relaxAnswers(operation['responses']);
    if (isObject(operation['requestBody'])) {
      for (const [schema] of propertiesIn(operation['requestBody'])) allowListsOfOne(schema);
    }
  }
  relaxAnswers(member(member(document, 'components'), 'schemas'));
  for (const [entry] of objectsIn(document)) delete entry['x-twilio'];
  return document;
}
