/**
 * What is parsed where it comes back into the page. Each says whether an unknown value is of its shape; what a shape does
 * not name is not looked at.
 */
export type Shape<Value> = (value: unknown) => value is Value;

export const isText: Shape<string> = (value) => typeof value === 'string';
export const isNumber: Shape<number> = (value) => typeof value === 'number';
export const isFlag: Shape<boolean> = (value) => typeof value === 'boolean';

export function oneOf<Value extends string>(values: readonly Value[]): Shape<Value> {
  return (value): value is Value => values.some((one) => one === value);
}

export function orNull<Value>(is: Shape<Value>): Shape<Value | null> {
  return (value): value is Value | null => value === null || is(value);
}

/** Something that may be left out. */
export function maybe<Value>(is: Shape<Value>): Shape<Value | undefined> {
  return (value): value is Value | undefined => value === undefined || is(value);
}

export function listOf<Value>(is: Shape<Value>): Shape<readonly Value[]> {
  return (value): value is readonly Value[] => Array.isArray(value) && value.every(is);
}

/** Values by whatever they are kept under. */
export function recordOf<Value>(is: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return (value): value is Readonly<Record<string, Value>> => isObject(value) && Object.values(value).every(is);
}

export function shaped<Value extends object>(
  parts: { readonly [Name in keyof Value]-?: Shape<Value[Name]> },
): Shape<Value> {
  const all = Object.entries<Shape<unknown>>(parts);
  return (value): value is Value => isObject(value) && all.every(([name, is]) => is(value[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
