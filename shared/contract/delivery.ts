import { z } from 'zod';
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
    errors: [
      'carrier/not-set-up',
      'carrier/wrong-credentials',
      'carrier/account-suspended',
      'carrier/no-numbers',
      'carrier/unreachable',
      'carrier/busy',
      'carrier/faulty',
      'carrier/refused',
      'carrier/forbidden-host',
    ],
  }),
};
