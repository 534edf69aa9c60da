import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { peopleCsv, writeList } from '../../support/lists.ts';

/** Whether there is a `sqlite3` command. */
export function hasSqliteCommand(): boolean {
  return spawnSync('sqlite3', ['--version']).status === 0;
}

/**
 * What SQLite allows: its own command line reads the file into a bare table with a unique index on the phone, in one
 * transaction and as durable as a campaign's store. Nothing is parsed, judged or told apart. Gives milliseconds, from
 * the start of the command to its end.
 */
export async function timeSqliteImport(list: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  try {
    const script = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE person (first_name TEXT, last_name TEXT, phone TEXT, email TEXT, zip TEXT, state TEXT);
CREATE UNIQUE INDEX person_phone ON person (phone);

.import --csv --skip 1 ${JSON.stringify(list)} person
`;
    const startedMs = performance.now();
    const command = spawn('sqlite3', ['-bail', join(folder, 'bare.db')], { stdio: ['pipe', 'ignore', 'pipe'] });
    command.stdin.end(script);
    const [complaints, code] = await Promise.all([
      text(command.stderr),
      new Promise((resolve) => command.once('close', resolve)),
    ]);
    const tookMs = performance.now() - startedMs;
    if (code !== 0 || complaints !== '') throw new Error(`sqlite3 ended with ${code}: ${complaints}`);
    return tookMs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  try {
    const rows = 100_000;
    const tookMs = await timeSqliteImport(writeList(folder, 'people.csv', peopleCsv(rows)));
    process.stdout.write(`${JSON.stringify({ perS: Math.round((rows * 1_000) / tookMs) })}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
