import { longestSlug } from '../contract/limits.ts';

/**
 * The short name that the title of a field suggests: `Polling Place` becomes `polling_place`, `Año` becomes `ano`. Other
 * exports title a column by the variable that reads it, whose prefix says nothing here.
 */
export function slugOf(title: string): string {
  return title
    .trim()
    .replace(/^custom_field_/i, '')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longestSlug);
}
