import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { errorKinds } from '../../../shared/errors.ts';
import { openRooms } from '../../support/rooms.ts';

const garbageCalls = 100_000;
const names = Object.keys(contract);

/** Anything that structured clone or JSON can carry, with the keys that our inputs have among others. */
const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true, maxDepth: 3 }),
  fc.record(
    {
      intentId: fc.oneof(fc.uuid(), fc.anything()),
      userId: fc.oneof(fc.integer(), fc.double(), fc.anything()),
      jobId: fc.oneof(fc.integer(), fc.string()),
      campaignName: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.anything()),
      firstName: fc.oneof(fc.string(), fc.anything()),
      lastName: fc.string(),
      limit: fc.oneof(fc.integer(), fc.string()),
      ['__proto__']: fc.anything(),
    },
    { requiredKeys: [] },
  ),
);

const request = fc.oneof(
  { weight: 1, arbitrary: anything },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        id: fc.oneof({ weight: 4, arbitrary: fc.nat() }, { weight: 1, arbitrary: fc.anything() }),
        call: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() }),
        session: fc.oneof(fc.constant('SESSION'), fc.string(), fc.constant(undefined)),
        // Many questions need nothing: garbage must reach their handlers, too.
        input: fc.oneof({ weight: 4, arbitrary: anything }, { weight: 1, arbitrary: fc.constant({}) }),
      },
      { requiredKeys: [] },
    ),
  },
);

describe('garbage', () => {
  it(`in ${garbageCalls} calls gets an answer each, none of them a bug, and loses nothing`, async () => {
    const { server, signIn, store, log, call } = await openRooms();
    const session = signIn('owner');
    const connection = { session: null };
    const kinds = new Map<string, number>();

    for (const sample of fc.sample(request, garbageCalls)) {
      const raw = isObject(sample) && sample['session'] === 'SESSION' ? { ...sample, session } : sample;
      const answer = await server.answer(connection, raw);
      const told = answer.ok ? 'ok' : answer.error.code;
      kinds.set(told, (kinds.get(told) ?? 0) + 1);
      if (!answer.ok) expect(errorKinds).toHaveProperty([answer.error.code]);
    }

    expect(kinds.get('internal/bug'), JSON.stringify(log.lines.at(-1))).toBeUndefined();
    // The garbage was varied enough to reach every door that can refuse it.
    for (const code of ['serve/bad-request', 'serve/unknown-call', 'serve/bad-input', 'serve/not-signed-in', 'ok']) {
      expect(kinds.get(code), code).toBeGreaterThan(100);
    }
    expect(store.look((reader) => reader.get('PRAGMA integrity_check'))).toEqual({ integrity_check: 'ok' });
    expect(await call('campaign/read', {})).toMatchObject({ ok: true });
  });
});

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
