import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../main/store/index.ts';
import { applyMigrations, type Migration, readMigrations } from '../main/store/migrate.ts';

/** The schema that the migrations make, as SQL: what a reader wants to see, and what a test compares with the file. */
export function schemaOf(migrations: readonly Migration[]): string {
  const database = openDatabase(':memory:', { durability: 'full' });
  try {
    applyMigrations(database, ':memory:', migrations, 0);
    const order = `ORDER BY tbl_name, type = 'table' DESC, name`;
    const statements = database.prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ${order}`).pluck().all();
    return `-- Generated from migrations/ by "npm run schema". Not edited by hand.\n\n${statements.join(';\n\n')};\n`;
  } finally {
    database.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../main/store/schema.sql', import.meta.url), schemaOf(readMigrations()));
}
