import { z } from 'zod';
import { call, roles } from './define.ts';
import { instant, intentId, localId, nothing, pageAfter, pageLimit, shortName, writtenText } from './fields.ts';
import { mostScripts } from './limits.ts';
import { scriptFaults, scriptView } from './scripts.ts';

export const actionState = z.enum(['draft', 'publishing', 'published', 'paused', 'ended']);

export const actionView = z.object({
  actionId: localId,
  name: z.string(),
  state: actionState,
  listId: localId,
  listName: z.string(),
  createdAt: instant,
  publishedAt: instant.nullable(),
  endedAt: instant.nullable(),
});

/** More than the prefix of a field and the longest slug have; names are joined by dots. */
const longestVariable = 200;

const scriptIds = z.array(localId).max(mostScripts);
const draftInput = { name: shortName, listId: localId, initialScriptIds: scriptIds, responseScriptIds: scriptIds };
const draftErrors = ['contacts/unknown-list', 'scripts/not-found', 'actions/script-twice'] as const;
const actId = z.object({ intentId, actionId: localId }).strict();
const responseErrors = ['actions/not-found', 'actions/not-published', 'actions/ended'] as const;

/** Text banks: a list, scripts, and whether people may text. */
export const actionsCalls = {
  'actions/list': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ before: pageAfter, limit: pageLimit }).strict(),
    /** Texters see those that they can text in. */
    output: z.object({ actions: z.array(actionView), next: localId.nullable() }),
    errors: [],
  }),
  'actions/read': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ actionId: localId }).strict(),
    output: z.object({
      action: actionView,
      initialScripts: z.array(scriptView),
      responseScripts: z.array(scriptView),
    }),
    errors: ['actions/not-found'],
  }),
  'actions/create': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, ...draftInput }).strict(),
    output: z.object({ actionId: localId }),
    errors: draftErrors,
  }),
  /** While it is a draft: its list and initial scripts are fixed once it is published; its response scripts are changed below. */
  'actions/change': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, actionId: localId, ...draftInput }).strict(),
    output: nothing,
    errors: [...draftErrors, 'actions/not-found', 'actions/not-draft'],
  }),
  /** Whom it would text now, before it is published: opt-outs and the lock may change until then, and after. */
  'actions/read-reach': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ actionId: localId }).strict(),
    output: z.object({
      /** All of its list. */
      contacts: z.int(),
      /** Left out: they have opted out. */
      optedOut: z.int(),
      /** Left out besides: blocked, or the carrier has said that the phone takes no texts. */
      unreachable: z.int(),
      /** Of the others: their text waits, since they had a first text within the campaign's lock. */
      locked: z.int(),
      /** How long the lock is; 0 is off. */
      lockMinutes: z.int(),
    }),
    errors: ['actions/not-found'],
  }),
  /**
   * Who of a list has no value for a variable, by its canonical name, so that a text would have a hole there. Nobody lacks
   * what may be left out (`mayBeLeftOut` in `shared/domain/script-render.ts`); everybody lacks what no contact has.
   */
  'actions/read-lacking': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ listId: localId, variable: z.string().min(1).max(longestVariable) }).strict(),
    output: z.object({
      /** Of the list, those who have not opted out and whose phones take texts. */
      contacts: z.int(),
      /** How many of them lack it. */
      lacking: z.int(),
      /** One of those; null when there is none. */
      contactId: localId.nullable(),
    }),
    errors: ['contacts/unknown-list'],
  }),
  /** Lays its contacts out for claiming, as a job; then people may text. */
  'actions/publish': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: actId,
    output: z.object({ jobId: localId }),
    errors: [
      'actions/not-found',
      'actions/not-draft',
      'actions/no-initial-script',
      ...scriptFaults,
      'actions/empty-list',
      'numbers/none',
    ],
  }),
  /** One more response script of an action that is out, after the others: texters may choose it at once. */
  'actions/add-response': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, actionId: localId, name: shortName, body: writtenText }).strict(),
    output: z.object({ scriptId: localId }),
    errors: [...responseErrors, ...scriptFaults, 'actions/too-many-responses'],
  }),
  /**
   * Corrects a response script of an action that is out. What was sent keeps its words, and counts for the same script.
   * One that something else uses too is left to it, and a copy with the new words takes its place here: the answer says
   * which script it is now.
   */
  'actions/change-response': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, actionId: localId, scriptId: localId, name: shortName, body: writtenText }).strict(),
    output: z.object({ scriptId: localId }),
    errors: [...responseErrors, ...scriptFaults, 'actions/response-gone'],
  }),
  /** Texters cannot choose it any more. What was sent of it stays, and is told of it. Taking it away twice is no mistake. */
  'actions/remove-response': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, actionId: localId, scriptId: localId }).strict(),
    output: nothing,
    errors: responseErrors,
  }),
  /** What is queued waits; nobody texts until it is resumed. */
  'actions/pause': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: actId,
    output: nothing,
    errors: ['actions/not-found', 'actions/not-published', 'actions/ended'],
  }),
  'actions/resume': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: actId,
    output: nothing,
    errors: ['actions/not-found', 'actions/not-paused', 'actions/ended'],
  }),
  /** For ever. What has not left is withdrawn. */
  'actions/end': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: actId,
    output: nothing,
    errors: ['actions/not-found', 'actions/not-published', 'actions/ended'],
  }),
};
