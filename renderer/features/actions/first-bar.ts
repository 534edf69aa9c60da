import { isShortener, linksIn } from '../script-editor/links.ts';
import type { Draft } from './draft.ts';

/** The key of the first text that carriers would refuse, which keeps the action from being published; else null. */
export function firstBar({ initial, responses }: Draft): string | null {
  return [...initial, ...responses].find(({ body }) => linksIn(body).some(isShortener))?.key ?? null;
}
