import type { CallsOf, EngineEvent, Handlers } from '../../shared/contract/index.ts';
import { checkScript } from '../../shared/domain/script-check.ts';
import { listVariables, type Variable } from '../../shared/domain/script-variables.ts';
import { countSegments } from '../../shared/domain/segments.ts';
import { smartEncode } from '../../shared/domain/smart-encoding.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import { listFields } from '../campaign/index.ts';
import type { Clock } from '../clock/index.ts';
import { findContact, scriptValuesOf } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Reader, Store, Tx } from '../store/index.ts';
import { findScriptRow, insertScript, listScriptRows, updateScript } from './queries.ts';
import { judgeBody, tidyBody } from './rules.ts';
import { storedScriptOf } from './stored-script.ts';

interface ScriptsParts {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly announce: (event: EngineEvent) => void;
}

export function scriptsHandlers({ store, journal, clock, announce }: ScriptsParts): Handlers<CallsOf<'scripts'>, Tx> {
  function changed(tx: Tx, kind: 'scripts/created' | 'scripts/changed', scriptId: number, userId: number): void {
    journal.record(tx, { kind, userId, entityId: scriptId, payload: {} });
    tx.afterCommit(() => announce({ event: 'changed', room: 'scripts', ids: [scriptId] }));
  }

  return {
    'scripts/list': (_context, { before, limit }) => {
      const rows = store.look((reader) => listScriptRows(reader, before, limit + 1));
      const page = rows.slice(0, limit);
      return ok({ scripts: page.map(storedScriptOf), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null });
    },

    'scripts/create': ({ tx, actor }, { name, body: typed }) => {
      const body = judgeBody(typed, knownNames(tx));
      if (!body.ok) return body;
      const scriptId = insertScript(tx, { name, body: body.value, userId: actor.userId, at: clock.nowMs() });
      changed(tx, 'scripts/created', scriptId, actor.userId);
      return ok({ scriptId });
    },

    'scripts/change': ({ tx, actor }, { scriptId, name, body: typed }) => {
      const before = findScriptRow(tx, scriptId);
      if (before === undefined) return err(appError('scripts/not-found'));
      const body = judgeBody(typed, knownNames(tx));
      if (!body.ok) return body;
      if (before.name === name && before.body === body.value) return ok({});
      updateScript(tx, { scriptId, name, body: body.value, at: clock.nowMs() });
      changed(tx, 'scripts/changed', scriptId, actor.userId);
      return ok({});
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

/** What a script of this campaign may use. */
function variablesOf(reader: Reader): readonly Variable[] {
  return listVariables({ fields: listFields(reader).map(({ slug }) => slug) });
}

function knownNames(reader: Reader): string[] {
  return variablesOf(reader).map(({ name }) => name);
}
