/**
 * What can be turned, at the start with `--knobs` and live through the control door. Rates are 0 to 1; every knob
 * that makes trouble is off by default, and what remains is a carrier on an ordinary day.
 */
import { z } from 'zod';
import { personaNames } from './personas.ts';

const rate = z.number().min(0).max(1);

/** What can go wrong with one request. `none` lets one pass, which keeps a scripted sequence readable. */
export const faultSchema = z.enum([
  'none',
  'too-many-requests',
  'error-before',
  'error-after',
  'lost-answer',
  'accept-after-gone',
]);
export type Fault = z.infer<typeof faultSchema>;

export const knobsSchema = z.strictObject({
  /** Time that people and networks take is divided by this. Rates, validity periods and latency are not touched. */
  speed: z.number().positive(),
  /** Before each answer, in real milliseconds. */
  latencyMs: z.number().min(0).max(60_000),

  /** Which requests the rates below apply to. */
  faultsOn: z.enum(['all', 'creates', 'reads']),
  /** 429 with 20429: nothing was processed. */
  tooManyRequestsRate: rate,
  /** The `Retry-After` header on 429, in seconds; null leaves it out. */
  retryAfterSeconds: z.int().min(0).nullable(),
  /** More requests than this at once are answered 429; null is no limit. */
  concurrencyLimit: z.int().positive().nullable(),
  /** 500 or 503, and nothing was processed. */
  errorBeforeRate: rate,
  /** 500 or 503 although the request was processed. */
  errorAfterRate: rate,
  /** Processed, then the connection is cut instead of an answer. */
  lostAnswerRate: rate,
  /** Processed only after the client has given up and closed its connection. */
  acceptAfterGoneRate: rate,
  /** How long after the client has gone, in real milliseconds. */
  acceptAfterGoneDelayMs: z.number().min(0).max(600_000),
  /** The faults of the next creates, one each, before any rate is asked. */
  nextFaults: z.array(faultSchema),

  /** Closes the listening socket, and every connection, for so long as soon as it is set. Real milliseconds. */
  refuseForMs: z.number().min(0).max(600_000),
  /** Repeats that closing: from the end of one to the beginning of the next. 0 is once. */
  refuseEveryMs: z.number().min(0),

  /** A message appears in lists up to so long after it exists; how long is drawn for each. Twilio's lists can lag. */
  listLatenessMs: z.number().min(0).max(60_000),
  /** So many strangers write after a page that has a next one, and pages are counted by offset, so that they shift. */
  strangersBetweenPages: z.int().min(0).max(100),
  /** A read shows the status before the current one, as a lagging replica does. */
  staleStatusRate: rate,
  /** A status callback is posted after the one that follows it. */
  callbackShuffleRate: rate,
  /** A status callback is posted twice. */
  callbackRepeatRate: rate,

  /** Segments that a number sends in a second, e.g. 1 for a long code; null is no limit. */
  segmentsPerSecond: z.number().positive().nullable(),
  /** How much a number's queue takes, in seconds of sending at its rate, before 21611. */
  queueSeconds: z.number().min(0),
  /** Ends as undelivered, with a carrier's code. */
  undeliveredRate: rate,
  /** Ends as failed, without having been sent. */
  failedRate: rate,
  /** Stays at sent, because the carrier returns no receipt. */
  noReceiptRate: rate,
  /** The share of phones that are landlines by lookup; texts to them end as undelivered with 30006. */
  landlineShare: rate,
  /** The median time from sending to sent, and from sent to delivered, each. Divided by `speed`. */
  deliveryMs: z.number().min(0),

  /** Suspended: creating and buying are refused with 20005, and what is queued fails with 30002. */
  accountStatus: z.enum(['active', 'suspended']),
  /** Area codes without a number to buy. */
  emptyAreaCodes: z.array(z.string().regex(/^\d{3}$/)),

  /** How often each kind of contact occurs, as weights. Kinds that are left out do not occur. */
  personas: z.partialRecord(z.enum(personaNames), z.number().min(0)),
  /** The share of contacts who write Spanish. */
  spanishShare: rate,
  /** The median time that a contact takes to answer. Divided by `speed`. */
  replyMs: z.number().min(0),
});
export type Knobs = z.infer<typeof knobsSchema>;

/** What `--knobs` and the control door take: any of them, no others. */
export const knobChangesSchema = knobsSchema.partial();
export type KnobChanges = z.infer<typeof knobChangesSchema>;

export const ordinaryDay: Knobs = {
  speed: 1,
  latencyMs: 20,
  faultsOn: 'all',
  tooManyRequestsRate: 0,
  retryAfterSeconds: null,
  concurrencyLimit: null,
  errorBeforeRate: 0,
  errorAfterRate: 0,
  lostAnswerRate: 0,
  acceptAfterGoneRate: 0,
  acceptAfterGoneDelayMs: 0,
  nextFaults: [],
  refuseForMs: 0,
  refuseEveryMs: 0,
  listLatenessMs: 0,
  strangersBetweenPages: 0,
  staleStatusRate: 0,
  callbackShuffleRate: 0,
  callbackRepeatRate: 0,
  segmentsPerSecond: null,
  queueSeconds: 36_000,
  undeliveredRate: 0.02,
  failedRate: 0.005,
  noReceiptRate: 0,
  landlineShare: 0.02,
  deliveryMs: 1_200,
  accountStatus: 'active',
  emptyAreaCodes: ['212'],
  personas: {
    yes: 22,
    no: 10,
    question: 10,
    'wrong-number': 4,
    'stop-keyword': 4,
    'stop-in-words': 3,
    abuse: 2,
    slow: 10,
    silent: 35,
  },
  spanishShare: 0.2,
  replyMs: 90_000,
};
