import { z } from 'zod';
import { call, roles } from './define.ts';
import { appErrorView, intentId, localId, nothing, pageAfter, pageLimit, shortName, writtenText } from './fields.ts';

export const scriptView = z.object({ scriptId: localId, name: z.string(), body: z.string() });

/** What is wrong with a text that cannot be sent. */
export const scriptFaults = [
  'scripts/empty',
  'script/unknown-variable',
  'script/no-hashes',
  'script/not-closed',
  'script/half-written',
  'script/extra-braces',
  'script/stray-braces',
  'script/empty-variable',
  'script/bad-name',
  'script/own-fallback',
] as const;

/** What is written beforehand, with variables that are filled per contact. */
export const scriptsCalls = {
  'scripts/list': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ before: pageAfter, limit: pageLimit }).strict(),
    output: z.object({ scripts: z.array(scriptView), next: localId.nullable() }),
    errors: [],
  }),
  /** Keeps the text of a draft, also with what its author has still to mend. */
  'scripts/create': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, name: shortName, body: writtenText }).strict(),
    output: z.object({ scriptId: localId }),
    errors: ['scripts/empty'],
  }),
  /** Changes what is sent from now on; what was sent stays as it was. A first text is fixed once its action is out. */
  'scripts/change': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, scriptId: localId, name: shortName, body: writtenText }).strict(),
    output: nothing,
    errors: [...scriptFaults, 'scripts/not-found', 'actions/not-draft'],
  }),
  /** For the editor, at each key: what would not be filled, and the length of the text as it stands. */
  'scripts/check': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ body: writtenText }).strict(),
    output: z.object({
      problems: z.array(z.object({ start: z.int(), end: z.int(), error: appErrorView })),
      segments: z.int(),
      encoding: z.enum(['GSM-7', 'UCS-2']),
    }),
    errors: [],
  }),
  /**
   * For the editor's preview: what scripts can say of these contacts, by the variables' canonical names. What is not
   * known of one is empty or not there; contacts that are not known are left out.
   */
  'scripts/read-values': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ contactIds: z.array(localId).max(100) }).strict(),
    output: z.object({
      contacts: z.array(z.object({ contactId: localId, values: z.record(z.string(), z.string().nullable()) })),
    }),
    errors: [],
  }),
  /** For the editor's menus. */
  'scripts/list-variables': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: nothing,
    output: z.object({ variables: z.array(z.object({ name: z.string(), group: z.string(), written: z.string() })) }),
    errors: [],
  }),
};
