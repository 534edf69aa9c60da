import { fullName } from '../../shared/domain/full-name.ts';
import { displayPhone, type E164 } from '../../shared/domain/phone.ts';
import { parseScript, type Script } from '../../shared/domain/script.ts';
import type { Gap } from '../../shared/domain/script-gaps.ts';
import { renderScript, type ScriptValues } from '../../shared/domain/script-render.ts';
import { countSegments } from '../../shared/domain/segments.ts';
import { smartEncode } from '../../shared/domain/smart-encoding.ts';
import { readSettings } from '../campaign/index.ts';
import { type Contact, scriptValuesOf } from '../contacts/index.ts';
import { findPersonById } from '../people/index.ts';
import type { Reader } from '../store/index.ts';

export interface FilledScript {
  /** As it would be sent: filled and smart-encoded. */
  readonly text: string;
  readonly segments: number;
  /** What had neither a value nor a fallback and was left out, with its places in the text. */
  readonly gaps: readonly Gap[];
}

export interface Scripts {
  /**
   * Fills one script for one contact and one texter. Variables that have no meaning in this version (links, opt-in
   * forms, what is not known of a texter) come out empty and are told as gaps.
   * @throws when the body was never checked: what is kept can be parsed.
   */
  fillScript(
    reader: Reader,
    what: { readonly body: string; readonly contact: Contact; readonly userId: number },
  ): FilledScript;
}

/** The number that the campaign's texts come from; null while it has none. */
export type SendingPhone = (reader: Reader) => E164 | null;

/** A desk shows some texts of the same few scripts at a time, so each script is parsed once, not once per contact. */
const mostParsed = 100;

export function createScripts({ sendingPhone }: { readonly sendingPhone: SendingPhone }): Scripts {
  const parsed = new Map<string, Script>();

  function parse(body: string): Script {
    const known = parsed.get(body);
    if (known !== undefined) return known;
    const script = parseScript(body);
    if (!script.ok) throw new Error('a script was kept that cannot be parsed');
    if (parsed.size >= mostParsed) parsed.clear();
    parsed.set(body, script.value);
    return script.value;
  }

  return {
    fillScript: (reader, { body, contact, userId }) => {
      const settings = readSettings(reader);
      const values: ScriptValues = {
        ...scriptValuesOf(reader, contact),
        ...texterValues(reader, userId),
        'campaign.name': settings.name,
        'campaign.description': settings.description,
        'campaign.join_code': settings.joinCode,
        // Read only for scripts that name it.
        get broadcast_phone_number() {
          const phone = sendingPhone(reader);
          return phone === null ? null : displayPhone(phone);
        },
      };
      const { text, gaps } = renderScript(parse(body), values, settings.fallbacks);
      const sent = smartEncode(text);
      // What was replaced may be shorter or longer.
      const placeOf = (at: number): number => (sent === text ? at : smartEncode(text.slice(0, at)).length);
      return {
        text: sent,
        segments: countSegments(sent).segments,
        gaps: gaps.map(({ name, at }) => ({ name, at: placeOf(at) })),
      };
    },
  };
}

function texterValues(reader: Reader, userId: number): ScriptValues {
  const person = findPersonById(reader, userId);
  if (person === undefined) return {};
  const { firstName, lastName } = person;
  return {
    'user.first_name': firstName,
    'user.last_name': lastName,
    'user.full_name': fullName(person),
  };
}
