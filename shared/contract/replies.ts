import { z } from 'zod';
import { call } from './define.ts';
import { instant, localId, pageAfter, pageLimit } from './fields.ts';

/** What contacts write. */
export const repliesCalls = {
  /** Replies that belong to nobody: strangers, and phones that no action has texted. Newest first. */
  'replies/list-strays': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ before: pageAfter, limit: pageLimit }).strict(),
    output: z.object({
      replies: z.array(
        z.object({
          replyId: localId,
          phone: z.string(),
          text: z.string(),
          receivedAt: instant,
          optedOut: z.boolean(),
        }),
      ),
      next: localId.nullable(),
    }),
    errors: [],
  }),
};
