import type { Reader, Store } from '../../../../main/store/index.ts';

/** How SQLite would answer what the work asks for: one line for each step of each statement. */
export function plansOf(store: Store, work: (reader: Reader) => unknown): string[] {
  return store.look((reader) => {
    const lines: string[] = [];
    const explain = (sql: string): void => {
      // The values do not matter to a plan that was prepared before they were bound.
      const bound = sql.includes(':')
        ? [Object.fromEntries([...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]))]
        : [...sql.matchAll(/\?/g)].map(() => null);
      const rows = reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...(bound as null[]));
      lines.push(...rows.map(({ detail }) => detail));
    };
    work({
      get: (sql, ...values) => {
        explain(sql);
        return reader.get(sql, ...values);
      },
      all: (sql, ...values) => {
        explain(sql);
        return reader.all(sql, ...values);
      },
    });
    return lines;
  });
}
