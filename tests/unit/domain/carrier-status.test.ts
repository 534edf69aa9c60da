import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  type CarrierStatus,
  carrierStatuses,
  isTerminal,
  parseCarrierStatus,
} from '../../../shared/domain/carrier-status.ts';

/** The lives that the carrier documents, from its first answer to the last report. */
const lives: readonly (readonly [CarrierStatus, ...CarrierStatus[]])[] = [
  ['queued', 'sending', 'sent', 'delivered'],
  ['queued', 'sending', 'sent', 'undelivered'],
  ['queued', 'sending', 'sent'],
  ['queued', 'failed'],
  ['queued', 'sending', 'failed'],
  ['accepted', 'queued', 'sending', 'sent', 'delivered', 'read'],
  ['accepted', 'queued', 'sending', 'sent', 'partially_delivered', 'delivered'],
  ['accepted', 'failed'],
  ['scheduled', 'accepted', 'queued', 'sending', 'sent', 'delivered'],
  ['scheduled', 'canceled'],
  ['receiving', 'received'],
];
const heard = (reports: readonly CarrierStatus[]): CarrierStatus | null =>
  reports.reduce<CarrierStatus | null>((current, report) => advance(current, report), null);
const outbound = carrierStatuses.filter((status) => status !== 'receiving' && status !== 'received');

describe('advance', () => {
  it.each(lives.map((life) => [life.join(' '), life] as const))('follows %s to its end', (_name, life) => {
    expect(heard(life)).toBe(life.at(-1));
  });

  it.each([
    ['delivered', 'sent', 'delivered'],
    ['undelivered', 'sending', 'undelivered'],
    ['sent', 'queued', 'sent'],
    ['queued', 'accepted', 'queued'],
    ['failed', 'queued', 'failed'],
    ['canceled', 'scheduled', 'canceled'],
    ['received', 'receiving', 'received'],
    ['delivered', 'undelivered', 'delivered'],
    ['read', 'delivered', 'read'],
    ['sent', 'received', 'sent'],
    ['received', 'delivered', 'received'],
  ] as const)('keeps %s when %s is reported: %s', (current, incoming, expected) => {
    expect(advance(current, incoming)).toBe(expected);
  });

  it('ends in the same status in whatever order, and however often, the reports of a life come', () => {
    const shuffledLife = fc.constantFrom(...lives).chain((life) =>
      fc.tuple(
        fc.constant(life),
        fc
          .array(fc.constantFrom(...life), { maxLength: 6 })
          .chain((again) => fc.shuffledSubarray([...life, ...again], { minLength: life.length + again.length })),
      ),
    );
    fc.assert(
      fc.property(shuffledLife, ([life, reports]) => {
        expect(heard(reports)).toBe(life.at(-1));
      }),
      { numRuns: 1_000 },
    );
  });

  it('agrees between two who hear even contradicting reports in different orders', () => {
    const twoOrders = fc
      .array(fc.constantFrom(...outbound), { minLength: 1, maxLength: 8 })
      .chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })));
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(heard(one)).toBe(heard(other));
      }),
    );
  });

  it('never takes a message back from its end into its life', () => {
    const ended = carrierStatuses.filter(isTerminal);
    fc.assert(
      fc.property(fc.constantFrom(...ended), fc.constantFrom(...carrierStatuses), (current, incoming) => {
        expect(isTerminal(advance(current, incoming))).toBe(true);
      }),
    );
  });
});

describe('isTerminal', () => {
  it('is so for what the carrier documents as an end', () => {
    expect(carrierStatuses.filter(isTerminal)).toEqual([
      'canceled',
      'failed',
      'undelivered',
      'delivered',
      'read',
      'received',
    ]);
  });
});

describe('parseCarrierStatus', () => {
  it('knows the thirteen words of the API', () => {
    expect(carrierStatuses.map(parseCarrierStatus)).toEqual([...carrierStatuses]);
    expect(carrierStatuses).toHaveLength(13);
  });

  it.each(['', 'Delivered', 'exploded', 'toString', 'cancelled'])('does not know %j', (word) => {
    expect(parseCarrierStatus(word)).toBeNull();
  });
});
