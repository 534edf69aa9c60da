import { z } from 'zod';
import { storeMode } from './campaign.ts';
import { call } from './define.ts';
import { appErrorView, instant, intentId, localId, nothing } from './fields.ts';

/** The file itself: what it is, whether it takes changes, whether it is sound. */
export const storeCalls = {
  'store/read-status': call({
    at: 'engine',
    allow: 'anyone',
    repeat: 'query',
    input: nothing,
    output: z.object({
      mode: storeMode,
      /** The last migration the file has, such as `0010_store`. */
      schema: z.string(),
      /** Why the store takes no changes; null while it takes them. */
      closedBecause: appErrorView.nullable(),
      /** `restored` and `copied`: nothing is sent until the carrier's messages have been matched. */
      incarnation: z.enum(['same', 'restored', 'copied']),
      lastEndedCleanly: z.boolean(),
      openedAt: instant,
      sizeBytes: z.int().nonnegative(),
      freeBytes: z.int().nonnegative(),
    }),
    errors: [],
  }),
  /** Reads the whole file and checks it against itself, as a job. */
  'store/check-integrity': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId }).strict(),
    output: z.object({ jobId: localId }),
    errors: [],
  }),
};
