import { isPrivateField, namesAnAmount } from './private-fields.ts';
import { createTextRedactor, masked, type RedactTextOptions } from './redact-text.ts';

/** Makes plain, JSON-ready values out of anything, with everything private taken out. It never throws. */
export interface Redactor {
  /** A copy of an event's fields: no private field, no cycle, no class, every text redacted. */
  fields(fields: Readonly<Record<string, unknown>>): Record<string, unknown>;
  text(text: string): string;
}

/** Deeper and wider than this a value is cut: a log line is read by people. */
const deepest = 8;
const widest = 100;

export function createRedactor(options: RedactTextOptions = {}): Redactor {
  const text = createTextRedactor(options);
  return {
    text,
    fields: (fields) => {
      const plain = plainEntries(Object.keys(fields), (key) => fields[key], [fields]);
      return Object.fromEntries(plain);
    },
  };

  function plainEntries(
    keys: readonly string[],
    read: (key: string) => unknown,
    above: readonly object[],
  ): [string, unknown][] {
    return keys.slice(0, widest).map((key) => {
      // A key can be data, too: a count by phone number, say.
      const told = text(key);
      try {
        return [told, plainValue(key, read(key), above)];
      } catch {
        return [told, '[unreadable]'];
      }
    });
  }

  /** @param above the objects that hold this value, outermost first: a cycle comes back to one of them. */
  function plainValue(key: string, value: unknown, above: readonly object[]): unknown {
    if (value === null || value === undefined) return value;
    if (isPrivateField(key) && !(typeof value === 'number' && namesAnAmount(key))) return masked.value;
    switch (typeof value) {
      case 'boolean':
        return value;
      case 'string':
        return text(value);
      case 'number':
      case 'bigint':
        return plainNumber(key, value);
      case 'object':
        if (above.includes(value)) return '[circular]';
        if (above.length > deepest) return '[too deep]';
        return plainObject(key, value, [...above, value]);
      default:
        // A function or a symbol: its source or description could hold anything.
        return `[${typeof value}]`;
    }
  }

  /** A number may be a phone number without its plus; only a field that names a unit vouches that it is not. */
  function plainNumber(key: string, value: number | bigint): unknown {
    if (typeof value === 'number' && (namesAnAmount(key) || !Number.isFinite(value))) return value;
    const written = String(value);
    const told = text(written);
    return told === written && typeof value === 'number' ? value : told;
  }

  function plainObject(key: string, value: object, above: readonly object[]): unknown {
    if (value instanceof Error) return plainError(value, above);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
    if (value instanceof URL) return text(value.href);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
    // The elements of a list are what its field says they are.
    if (Array.isArray(value) || value instanceof Set) {
      return [...value].slice(0, widest).map((element) => plainValue(key, element, above));
    }
    if (value instanceof Map) return plainPairs([...value], above);
    if (value instanceof URLSearchParams || value instanceof Headers) return plainPairs([...value], above);
    return Object.fromEntries(plainEntries(Object.keys(value), (name) => Reflect.get(value, name), above));
  }

  function plainPairs(pairs: readonly (readonly [unknown, unknown])[], above: readonly object[]): unknown {
    const byKey = new Map(pairs.map(([key, value]) => [typeof key === 'object' ? '[object]' : String(key), value]));
    return Object.fromEntries(plainEntries([...byKey.keys()], (key) => byKey.get(key), above));
  }

  function plainError(error: Error, above: readonly object[]): unknown {
    // What makes an error an error is not enumerable; what libraries add to it (code, status, path) is.
    const own = Object.keys(error).filter((key) => !['name', 'message', 'stack', 'cause'].includes(key));
    return {
      type: text(String(error.name)),
      ...Object.fromEntries(plainEntries(own, (key) => Reflect.get(error, key), above)),
      message: text(String(error.message)),
      stack: text(String(error.stack ?? '')),
      ...(error.cause === undefined ? {} : { cause: plainValue('cause', error.cause, above) }),
      // An AggregateError keeps its list where Object.keys does not see it.
      ...(error instanceof AggregateError ? { errors: plainValue('errors', error.errors, above) } : {}),
    };
  }
}
