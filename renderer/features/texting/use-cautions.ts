import { gapsLeft } from '../../../shared/domain/script-gaps.ts';
import { mayBeLeftOut } from '../../../shared/domain/script-render.ts';
import { offersOptOut } from '../script-editor/advice.ts';
import { type Slip, slipsIn } from '../text-drafts/slips.ts';
import { useKnownFields, useKnownValues } from '../text-drafts/use-known-fields.ts';
import type { DeskContact } from './desk.ts';

/** What is to be thought of before somebody's own words are sent; nothing of it keeps them from being sent. */
export interface Cautions {
  /** What is as empty as the script left it, by canonical names. */
  readonly missing: readonly string[];
  readonly slips: readonly Slip[];
  /** The script says how to opt out, and these words do not. */
  readonly hasLostOptOut: boolean;
  /** Names what there is to be thought of; empty without any. */
  readonly key: string;
}

export function useCautions(contact: DeskContact, draft: string): Cautions {
  const slips = slipsIn(draft, useKnownFields(), useKnownValues(contact));
  const isEmpty = draft.trim() === '';
  const gaps = contact.gaps.filter(({ name }) => !mayBeLeftOut(name));
  const missing = [...new Set(gapsLeft(contact.text, gaps, draft).map(({ name }) => name))];
  const hasLostOptOut = !isEmpty && offersOptOut(contact.text) && !offersOptOut(draft);
  const key = [missing.length > 0 && 'gaps', slips.length > 0 && 'slips', hasLostOptOut && 'opt-out'];
  return { missing, slips, hasLostOptOut, key: isEmpty ? '' : key.filter((each) => each !== false).join(' ') };
}
