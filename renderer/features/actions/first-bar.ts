import { maxBodyLength } from '../../../shared/domain/segments.ts';
import { isShortener, linksIn } from '../script-editor/links.ts';
import { type PreviewValues, previewOf } from '../script-editor/preview.ts';
import type { Draft } from './draft.ts';

/**
 * The key of the first text that carriers would refuse, which keeps the action from being published; else null. How long
 * a text is depends on the contact: it is judged for the one with these values, whom the editor shows.
 */
export function firstBar({ initial, responses }: Draft, values: PreviewValues): string | null {
  const isTooLong = (body: string): boolean => (previewOf(body, values)?.text.length ?? 0) > maxBodyLength;
  const barred = [...initial, ...responses].find(({ body }) => linksIn(body).some(isShortener) || isTooLong(body));
  return barred?.key ?? null;
}
