import { z } from 'zod';
import { call, roles } from './define.ts';
import { instant, intentId, localId, nothing, pageAfter, pageLimit, shortName } from './fields.ts';
import { scriptView } from './scripts.ts';

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

const scriptIds = z.array(localId).max(50);
const draftInput = { name: shortName, listId: localId, initialScriptIds: scriptIds, responseScriptIds: scriptIds };
const draftErrors = ['contacts/unknown-list', 'scripts/not-found', 'actions/script-twice'] as const;
const actId = z.object({ intentId, actionId: localId }).strict();

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
  /** While it is a draft: its list and initial scripts are fixed once it is published. */
  'actions/change': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, actionId: localId, ...draftInput }).strict(),
    output: nothing,
    errors: [...draftErrors, 'actions/not-found', 'actions/not-draft'],
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
      'actions/empty-list',
      'numbers/none',
    ],
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
