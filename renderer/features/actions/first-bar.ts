import { measureText } from '../../../shared/domain/text-measure.ts';
import { isShortener, linksIn } from '../script-editor/links.ts';
import { type PreviewValues, previewOf } from '../script-editor/preview.ts';
import type { Draft, DraftScript } from './draft.ts';

export interface Bar<Contact> {
  /** The key of the text. */
  readonly key: string;
  /** As it was judged. */
  readonly body: string;
  readonly why: 'link-shortener' | 'too-long';
  /** For whom it is too long; null when it is refused for whomever it is. */
  readonly contact: Contact | null;
}

/**
 * The first text that carriers would refuse, which keeps the action from being published; else null. How long a text is
 * depends on the contact, so it is judged for each of these.
 */
export function firstBar<Contact>(
  { initial, responses }: Pick<Draft, 'initial' | 'responses'>,
  contacts: readonly Contact[],
  valuesFor: (contact: Contact) => PreviewValues,
): Bar<Contact> | null {
  const values = contacts.map(valuesFor);
  const barOf = ({ key, body }: DraftScript): Bar<Contact> | null => {
    if (linksIn(body).some(isShortener)) return { key, body, why: 'link-shortener', contact: null };
    const at = values.findIndex((each) => measureText(previewOf(body, each)?.text ?? '').tooLongBy > 0);
    const contact = contacts[at];
    return contact === undefined ? null : { key, body, why: 'too-long', contact };
  };
  for (const script of [...initial, ...responses]) {
    const bar = barOf(script);
    if (bar !== null) return bar;
  }
  return null;
}
