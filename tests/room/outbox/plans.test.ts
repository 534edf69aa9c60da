import { describe, expect, it } from 'vitest';
import { listOwnLatest } from '../../../main/outbox/list-own-latest.ts';
import {
  findAny,
  findHead,
  findLastSent,
  hasInitial,
  isKnownAtCarrier,
  lastNumberOf,
  listGroups,
  listInDoubt,
  listNeedsPerson,
  listTried,
  listWaiting,
  releaseFollowUps,
} from '../../../main/outbox/queries.ts';
import { countQueue } from '../../../main/outbox/status.ts';
import { listWaitingTexts } from '../../../main/outbox/waiting.ts';
import type { Reader, Tx } from '../../../main/store/index.ts';
import { minuteMs, type OutboxBench, openOutbox, phoneOf } from '../../support/outbox.ts';

const group = { kind: 'initial', numberId: 1, actionId: 1, userId: 1, zoneSetId: 2 } as const;

/** How SQLite would go about the statements that the work makes. */
function planOf({ store }: OutboxBench, work: (tx: Tx) => unknown): string[] {
  return store.look((reader) => {
    const details: string[] = [];
    const explain: Reader['all'] = (sql, ...values) => {
      const steps = reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
      details.push(...steps.map(({ detail }) => detail));
      return [];
    };
    work({
      all: explain,
      get: (sql, ...values) => {
        explain(sql, ...values);
        return undefined;
      },
      run: (sql, ...values) => {
        explain(sql, ...values);
        return { changes: 0, id: 0 };
      },
      afterCommit: () => {},
    });
    return details;
  });
}

describe('the plan of', () => {
  const plans: readonly (readonly [string, (tx: Tx) => unknown, readonly RegExp[]])[] = [
    [
      'findHead',
      (tx) => findHead(tx, group, 1),
      [
        /candidate USING INDEX message_queue \(.*zone_set_id=\? AND not_before_at<\?\)/,
        /message_in_doubt/,
        /message_waiting/,
      ],
    ],
    ['findAny', (tx) => findAny(tx, group), [/USING INDEX message_queue \(.*zone_set_id=\?\)/]],
    ['listGroups', (tx) => listGroups(tx), [/USING COVERING INDEX message_queue/]],
    ['listWaiting', (tx) => listWaiting(tx, phoneOf(1)), [/USING INDEX message_waiting \(phone=\?\)/]],
    ['listTried', (tx) => listTried(tx, 1), [/USING INDEX message_contact \(contact_id=\?\)/]],
    ['listInDoubt', (tx) => listInDoubt(tx, 'uncertain'), [/USING INDEX message_in_doubt/]],
    ['isKnownAtCarrier', (tx) => isKnownAtCarrier(tx, 'SM1'), [/message_carrier \(carrier_id=\?\)/]],
    ['hasInitial', (tx) => hasInitial(tx, 1, 1), [/message_(initial|contact) \(/]],
    ['findLastSent from any number', (tx) => findLastSent(tx, 1, null), [/message_contact \(contact_id=\?\)/]],
    ['findLastSent from one number', (tx) => findLastSent(tx, 1, 1), [/message_contact \(contact_id=\?\)/]],
    ['lastNumberOf', (tx) => lastNumberOf(tx, 1), [/message_contact \(contact_id=\?\)/]],
    ['listNeedsPerson', (tx) => listNeedsPerson(tx, 0, 100), [/message_person \(.*(id|rowid)>\?\)/]],
    ['releaseFollowUps', (tx) => releaseFollowUps(tx, phoneOf(1)), [/message_waiting \(phone=\?\)/]],
  ];

  it.each(plans)('%s is a search by an index, without sorting', async (_name, work, expected) => {
    const bench = await openOutbox({ isUnconnected: true });
    const plan = planOf(bench, work);
    for (const pattern of expected) expect(plan.join('\n')).toMatch(pattern);
    expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN message$/m);
  });

  it("counting the queue reads the queue's own indexes and no other row", async () => {
    const bench = await openOutbox({ isUnconnected: true });
    const plan = planOf(bench, (tx) => countQueue.answer(tx, { at: 1 }));
    expect(plan.filter((step) => /SCAN|SEARCH/.test(step)).every((step) => /INDEX message_/.test(step))).toBe(true);
  });

  it("listing what waits passes over the queue's own index and reads the rows of a page", async () => {
    const bench = await openOutbox({ isUnconnected: true });
    const asked = { userId: 1, after: 0, limit: 100, at: 1 };
    const plan = planOf(bench, (tx) => listWaitingTexts.answer(tx, asked)).join('\n');
    expect(plan).toMatch(/USING COVERING INDEX message_queue/);
    expect(plan).toMatch(/USING INDEX message_in_doubt/);
    expect(plan).toMatch(/USING INDEX message_person \(.*(id|rowid)>\?\)/);
    expect(plan).not.toMatch(/SCAN message$/m);
  });

  it('looking back at what somebody sent last walks back from the newest text', async () => {
    const bench = await openOutbox({ isUnconnected: true });
    const plan = planOf(bench, (tx) => listOwnLatest.answer(tx, { actionId: 1, userId: 1 }));
    expect(plan).toEqual(['SEARCH message', 'SEARCH message USING INTEGER PRIMARY KEY (rowid>?)']);
  });
});

it('of seventy-five thousand queued texts to sixty zone sets only as many rows are looked at as can leave', async () => {
  const bench = await openOutbox({ isEager: true });
  for (let id = 4; id <= 62; id += 1) {
    // Each set is another one as far as the queue knows, and all of them sleep while New York is awake.
    bench.run('INSERT INTO zone_set (id, zones) VALUES (?, ?)', id, `["Asia/Tokyo"]${' '.repeat(id)}`);
  }
  bench.store.write((tx) => {
    tx.run(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 75000)
       INSERT INTO contact (id, phone, zone_set_id, created_at)
       SELECT 1000 + i, printf('+1%d55501%02d', 210 + i / 100, i % 100), 3 + i % 60, 0 FROM n`,
    );
    tx.run(
      `INSERT INTO message (kind, action_id, contact_id, user_id, number_id, phone, zone_set_id, body, segments, queued_at)
       SELECT 'initial', 1, id, 1, 1, phone, zone_set_id, 'Hello', 1, ? FROM contact WHERE id > 1000`,
      bench.clock.nowMs(),
    );
  });
  bench.run('UPDATE number SET segments_per_second = 1');
  const next = await bench.restart();
  const changesBefore = next.store.look((reader) => reader.get<{ n: number }>('SELECT total_changes() AS n'))?.n ?? 0;
  await next.pass(minuteMs, 1_000);
  await next.pass(3 * 60 * minuteMs, 10 * minuteMs);
  const left = next.carrier.calls.length;
  expect(left).toBeGreaterThan(0);
  const changes =
    (next.store.look((reader) => reader.get<{ n: number }>('SELECT total_changes() AS n'))?.n ?? 0) - changesBefore;
  // A handful of rows for each text that left, and none for those whose hours are closed.
  expect(changes).toBeLessThan(left * 15 + 100);
}, 120_000);
