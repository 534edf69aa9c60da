import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ending } from '../../../main/carrier/twilio/exchange.ts';
import { judgePurchase } from '../../../main/carrier/twilio/numbers.ts';
import { asAppError, judgeCreate } from '../../../main/carrier/twilio/outcomes.ts';

function answered(httpStatus: number, body: unknown, rest: object = {}): Ending {
  return { kind: 'answered', answer: { httpStatus, body, ...rest } };
}

const anyBody = fc.oneof(
  fc.constantFrom(undefined, null, '', '<html>', {}),
  fc.record({ code: fc.integer({ min: 1, max: 99_999 }) }),
  fc.record({ code: fc.constantFrom(20429, 20500, 20503, 21610, 21611) }),
  fc.record({ sid: fc.constantFrom(null, '', `SM${'0'.repeat(32)}`), status: fc.constantFrom('queued', '') }),
  fc.anything(),
);
const anyEndedBy = fc.constantFrom('deadline' as const, 'withdrawal' as const, 'network' as const);

describe('a create', () => {
  test('is called not accepted only when nothing was sent, or the carrier turned it away for now', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), anyBody, (httpStatus, body) => {
        const outcome = judgeCreate(answered(httpStatus, body));
        if (outcome.kind !== 'not-accepted') return;
        const code = (body as { code?: unknown } | null | undefined)?.code;
        expect(httpStatus === 429 || (httpStatus >= 400 && httpStatus < 500 && code === 21611)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(anyEndedBy, (by) => {
        expect(judgeCreate({ kind: 'lost', by }).kind).toBe('unknown');
        expect(judgeCreate({ kind: 'never-opened', by }).kind).toBe('not-accepted');
      }),
    );
  });

  test('is never called refused on a status of 5xx, 2xx or 3xx, whatever the body says', () => {
    const status = fc.integer({ min: 100, max: 599 }).filter((value) => value < 400 || value >= 500);
    fc.assert(
      fc.property(status, anyBody, (httpStatus, body) => {
        expect(judgeCreate(answered(httpStatus, body)).kind).toMatch(/^(accepted|unknown)$/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is uncertain when a refusal says that the carrier itself does not know', () => {
    expect(judgeCreate(answered(400, { code: 20500 })).kind).toBe('unknown');
  });

  test('is uncertain when the code is not one of the carrier’s, as with a gateway that repeats its HTTP status', () => {
    expect(judgeCreate(answered(403, { code: 403 })).kind).toBe('unknown');
  });

  test('that the carrier has no account for concerns the account, and not one message after the other', () => {
    expect(judgeCreate(answered(404, { code: 20404 }))).toMatchObject({ kind: 'refused', scope: 'account' });
  });

  test('tells the carrier’s clock with every kind of answer', () => {
    const bodies: [number, unknown][] = [
      [201, { sid: `SM${'0'.repeat(32)}`, status: 'queued' }],
      [400, { code: 21610 }],
      [429, ''],
      [500, ''],
    ];
    for (const [httpStatus, body] of bodies) {
      expect(judgeCreate(answered(httpStatus, body, { serverAt: 7_000 })).serverAt).toBe(7_000);
    }
  });
});

describe('an ending without a usable answer', () => {
  test.each([
    [{ kind: 'never-opened', by: 'network' } as const, 'carrier/unreachable'],
    [{ kind: 'lost', by: 'deadline' } as const, 'carrier/unreachable'],
    [answered(401, { code: 20003 }), 'carrier/wrong-credentials'],
    [answered(401, 'no'), 'carrier/wrong-credentials'],
    [answered(403, { code: 20003 }), 'carrier/wrong-credentials'],
    [answered(403, { code: 20005 }), 'carrier/account-suspended'],
    [answered(401, { code: 10001 }), 'carrier/account-suspended'],
    [answered(429, ''), 'carrier/busy'],
    [answered(500, ''), 'carrier/faulty'],
    [answered(200, 'not what we asked for'), 'carrier/faulty'],
    [answered(302, ''), 'carrier/faulty'],
    [answered(400, { code: 20001 }), 'carrier/refused'],
    [answered(403, { code: 99_999 }), 'carrier/refused'],
    [answered(404, { code: 20404 }), 'carrier/refused'],
    [answered(400, 'no'), 'carrier/faulty'],
    [answered(400, { code: 400 }), 'carrier/faulty'],
    [answered(400, { code: 20500 }), 'carrier/faulty'],
    [answered(408, { code: 20001 }), 'carrier/faulty'],
    [answered(500, { code: 20001 }), 'carrier/faulty'],
  ])('%o is the error %s', (ending, code) => {
    expect(asAppError(ending).code).toBe(code);
  });

  test('says how long to pause, and which code the carrier gave, when it did', () => {
    expect(asAppError(answered(429, '', { retryAfterMs: 500 })).params).toEqual({ retryAfterMs: 500 });
    expect(asAppError(answered(400, { code: 20001 })).params).toEqual({ httpStatus: 400, code: 20001 });
    expect(asAppError(answered(503, { code: 20503 })).params).toEqual({ httpStatus: 503, code: 20503 });
  });
});

describe('a purchase', () => {
  const number = { sid: `PN${'0'.repeat(32)}`, phone_number: '+12025550100', capabilities: { sms: true } };

  test.each([
    [answered(201, number), { ok: true, value: { kind: 'bought' } }],
    [answered(201, 'what?'), { ok: true, value: { kind: 'unknown', reason: 'unreadable-answer' } }],
    [answered(400, { code: 21422 }), { ok: true, value: { kind: 'not-available' } }],
    [answered(400, { code: 21452 }), { ok: true, value: { kind: 'not-available' } }],
    [answered(400, { code: 21631 }), { ok: true, value: { kind: 'refused', code: 21631 } }],
    [answered(500, ''), { ok: true, value: { kind: 'unknown', reason: 'carrier-fault' } }],
    [answered(401, { code: 20003 }), { ok: false, error: { code: 'carrier/wrong-credentials' } }],
    [answered(403, { code: 99_999 }), { ok: false, error: { code: 'carrier/refused', params: { code: 99_999 } } }],
    [answered(429, ''), { ok: false, error: { code: 'carrier/busy' } }],
    [{ kind: 'lost', by: 'network' } as const, { ok: true, value: { kind: 'unknown', reason: 'connection-lost' } }],
    [{ kind: 'never-opened', by: 'network' } as const, { ok: false, error: { code: 'carrier/unreachable' } }],
  ])('that ended with %o is %o', (ending, expected) => {
    expect(judgePurchase(ending)).toMatchObject(expected);
  });
});
