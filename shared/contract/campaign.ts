import { z } from 'zod';
import { call } from './define.ts';
import { instant, intentId, localId, nothing, optionalName, shortName } from './fields.ts';

export const storeMode = z.enum(['practice', 'live']);

export const campaignView = z.object({
  name: z.string(),
  mode: storeMode,
  foundedAt: instant,
});

/** The organisation's space: at this stage its name, its mode and its founding. */
export const campaignCalls = {
  /** Answers `null` until the campaign has been founded. Needs no session: the first screen shows it. */
  'campaign/read': call({
    at: 'engine',
    allow: 'anyone',
    repeat: 'query',
    input: nothing,
    output: z.object({ mode: storeMode, campaign: campaignView.nullable() }),
    errors: [],
  }),
  /** Names the campaign and its owner, once in the life of a store. */
  'campaign/found': call({
    at: 'engine',
    allow: 'anyone',
    repeat: 'once',
    input: z
      .object({
        intentId,
        campaignName: shortName,
        firstName: shortName,
        lastName: optionalName,
      })
      .strict(),
    output: z.object({ ownerId: localId }),
    errors: ['campaign/already-founded'],
  }),
  'campaign/rename': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, campaignName: shortName }).strict(),
    output: nothing,
    errors: ['campaign/not-founded'],
  }),
};
