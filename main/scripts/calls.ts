import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { checkScript } from '../../shared/domain/script-check.ts';
import { countSegments } from '../../shared/domain/segments.ts';
import { smartEncode } from '../../shared/domain/smart-encoding.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import { findContact, scriptValuesOf } from '../contacts/index.ts';
import type { Reader, Store, Tx } from '../store/index.ts';
import { listScriptRows } from './queries.ts';
import { judgeBody, keepBody, tidyBody } from './rules.ts';
import { findScript, storedScriptOf } from './stored-script.ts';
import { createScriptWriter, knownNames, type ScriptWriterParts, variablesOf } from './writer.ts';

interface ScriptsParts extends ScriptWriterParts {
  readonly store: Store;
  /** Why a script must stay as it is, which rooms above know; null when it may be changed. */
  readonly whyFixed: (reader: Reader, scriptId: number) => 'actions/not-draft' | null;
  /** Whether texters may send it already, which rooms above know: then nothing may be wrong with it. */
  readonly isOut: (reader: Reader, scriptId: number) => boolean;
}

export function scriptsHandlers(parts: ScriptsParts): Handlers<CallsOf<'scripts'>, Tx> {
  const { store, whyFixed, isOut } = parts;
  const ofDrafts = createScriptWriter(parts, keepBody);
  const ofScriptsOut = createScriptWriter(parts, judgeBody);

  return {
    'scripts/list': (_context, { before, limit }) => {
      const rows = store.look((reader) => listScriptRows(reader, before, limit + 1));
      const page = rows.slice(0, limit);
      return ok({ scripts: page.map(storedScriptOf), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null });
    },

    'scripts/create': ({ tx, actor: { userId } }, { name, body }) => {
      const written = ofDrafts.write(tx, { name, body, userId });
      return written.ok ? ok({ scriptId: written.value }) : written;
    },

    'scripts/change': ({ tx, actor: { userId } }, { scriptId, name, body }) => {
      const before = findScript(tx, scriptId);
      if (before === undefined) return err(appError('scripts/not-found'));
      const refusal = whyFixed(tx, scriptId);
      if (refusal !== null) return err(appError(refusal));
      const writer = isOut(tx, scriptId) ? ofScriptsOut : ofDrafts;
      const changed = writer.change(tx, before, { name, body, userId });
      return changed.ok ? ok({}) : changed;
    },

    'scripts/check': (_context, { body }) => {
      // The places of problems are the editor's, so they are counted in the body as it was typed.
      const problems = [...checkScript(body, store.look(knownNames))];
      const { segments, encoding } = countSegments(smartEncode(tidyBody(body)));
      return ok({ problems, segments, encoding });
    },

    'scripts/read-values': (_context, { contactIds }) =>
      store.look((reader) => {
        const contacts = contactIds.flatMap((contactId) => findContact(reader, contactId) ?? []);
        return ok({
          contacts: contacts.map((contact) => ({
            contactId: contact.contactId,
            values: scriptValuesOf(reader, contact),
          })),
        });
      }),

    'scripts/list-variables': () => ok({ variables: [...store.look(variablesOf)] }),
  };
}
