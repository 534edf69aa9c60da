import { z } from 'zod';
import { carrierFailures } from './carrier.ts';
import { call, roles } from './define.ts';
import { intentId, localId, nothing } from './fields.ts';

export const numberView = z.object({
  numberId: localId,
  phone: z.string(),
  label: z.string(),
  canText: z.boolean(),
  segmentsPerSecond: z.number(),
  /** The account does not have it any more. */
  lost: z.boolean(),
});

/** The sending numbers that the carrier account has. */
export const numbersCalls = {
  'numbers/list': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: nothing,
    output: z.object({ numbers: z.array(numberView), accountSegmentsPerSecond: z.number().nullable() }),
    errors: [],
  }),
  /** Asks the carrier which numbers the account has now. */
  'numbers/refresh': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'repeatable',
    input: nothing,
    output: z.object({ numbers: z.array(numberView) }),
    errors: carrierFailures,
  }),
  /** What the carrier lets one number send, in segments per second. */
  'numbers/set-rate': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, numberId: localId, segmentsPerSecond: z.number().min(0.01).max(1_000) }).strict(),
    output: nothing,
    errors: ['numbers/not-found'],
  }),
  /** What it lets all numbers together send; null when only their own rates hold. */
  'numbers/set-account-rate': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, segmentsPerSecond: z.number().min(0.01).max(10_000).nullable() }).strict(),
    output: nothing,
    errors: ['carrier/not-set-up'],
  }),
};
