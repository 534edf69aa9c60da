import type { AppError } from '../../../shared/errors.ts';
import { type Draft, type DraftScript, isBlank } from './draft.ts';
import type { Bar } from './first-bar.ts';
import { type Lack, lacksForPublishing } from './lacks.ts';

/** What kept the last step from being taken: what is missing, or what is wrong with a text as it stood then. */
export type Hold =
  | { readonly lack: Lack }
  | { readonly key: string; readonly body: string; readonly why: AppError | Bar<unknown>['why'] };

/** What it is, and the target of the field in which it is mended. */
export interface Held {
  readonly target: string;
  readonly hold: Hold;
}

/** What holds a draft back still; null once it is mended, or the text has been changed since it was judged. */
export function heldBy(hold: Hold | null, draft: Draft): Held | null {
  if (hold === null) return null;
  if ('lack' in hold) {
    const { lack } = hold;
    if (!lacksForPublishing(draft).includes(lack)) return null;
    return { target: lack === 'text' ? (draft.initial[0]?.key ?? '') : lack, hold };
  }
  const script = textsIn(draft).find(({ key }) => key === hold.key);
  return script?.body === hold.body ? { target: hold.key, hold } : null;
}

/** All texts that are written. */
export function textsIn({ initial, responses }: Pick<Draft, 'initial' | 'responses'>): readonly DraftScript[] {
  return [...initial, ...responses].filter((script) => !isBlank(script));
}
