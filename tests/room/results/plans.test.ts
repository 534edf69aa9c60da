import { expect, it } from 'vitest';
import { resultsQuestions } from '../../../main/results/index.ts';
import type { Reader, Value } from '../../../main/store/index.ts';
import { openWorld } from './world.ts';

it.each(resultsQuestions.map(({ name, answer }) => [name, answer] as const))(
  '%s reads through no table of texts, replies or contacts',
  async (_name, answer) => {
    const world = await openWorld();
    const actionId = world.addAction();
    const plan = world.store.look((reader) => {
      const lines: string[] = [];
      const explain = (sql: string, values: readonly Value[]): void => {
        const steps = reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
        lines.push(...steps.map(({ detail }) => detail));
      };
      const explaining: Reader = {
        get: (sql, ...values) => {
          explain(sql, values as readonly Value[]);
          return reader.get(sql, ...values);
        },
        all: (sql, ...values) => {
          explain(sql, values as readonly Value[]);
          return reader.all(sql, ...values);
        },
      };
      answer(explaining, { actionId, afterContactId: 0, limit: 10 });
      return lines;
    });
    expect(plan.length).toBeGreaterThan(0);
    // What may be read whole: a page or the heard of one action, what is small, and opt-outs, which are few among contacts.
    const grown = /^SCAN (?!page|heard|json_each|campaign|field|opt_out)/;
    expect(plan.filter((line) => grown.test(line))).toEqual([]);
  },
);
