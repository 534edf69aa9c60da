import { z } from 'zod';
import { carrierFailures } from './carrier.ts';
import { call } from './define.ts';
import { instant, nothing } from './fields.ts';

/** What the carrier does with what it took. */
export const deliveryCalls = {
  /** Reads the account now instead of at the next turn, and waits for it. */
  'delivery/sweep-now': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'repeatable',
    input: nothing,
    output: z.object({ sweptAt: instant, statuses: z.int(), replies: z.int() }),
    errors: carrierFailures,
  }),
};
