import { z } from 'zod';
import { call } from './define.ts';
import { nothing } from './fields.ts';

/** Whatever can go wrong when the carrier is asked something. */
export const carrierFailures = [
  'carrier/not-set-up',
  'carrier/wrong-credentials',
  'carrier/account-suspended',
  'carrier/no-numbers',
  'carrier/unreachable',
  'carrier/busy',
  'carrier/faulty',
  'carrier/refused',
  'carrier/forbidden-host',
] as const;

/** The account that carries our texts. Its credentials never travel this way. */
export const carrierCalls = {
  /** Asks the carrier whether the credentials hold and which sending numbers the account has. */
  'carrier/check-account': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: nothing,
    output: z.object({
      accountName: z.string(),
      /** Practice: the built-in simulator on this machine. */
      simulated: z.boolean(),
      numberCount: z.int().positive(),
    }),
    errors: carrierFailures,
  }),
};
