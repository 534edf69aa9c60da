import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../../main/store/index.ts';
import { percentile, roundMs } from '../figures.ts';

/** What the disk allows: single rows of 100 bytes, each committed with a flush, and nothing else. */
export function measureBareCommits(commits: number): {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perS: number;
} {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  try {
    const database = openDatabase(join(folder, 'bare.db'), { durability: 'full' });
    database.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
    const insert = database.prepare('INSERT INTO row (text) VALUES (?)');
    const text = 'x'.repeat(100);
    const samples: number[] = [];
    const startedMs = performance.now();
    for (let n = 0; n < commits; n += 1) {
      const beganMs = performance.now();
      insert.run(text);
      samples.push(performance.now() - beganMs);
    }
    const perS = Math.round((commits * 1_000) / (performance.now() - startedMs));
    database.close();
    return { p50Ms: roundMs(percentile(samples, 0.5)), p99Ms: roundMs(percentile(samples, 0.99)), perS };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(measureBareCommits(5_000))}\n`);
}
