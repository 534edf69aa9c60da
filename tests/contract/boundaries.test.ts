import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Import = readonly [what: string, file: string, imported: string];

const allowed: readonly Import[] = [
  ['main/people/calls.ts importing ../store/index.ts', 'main/people/calls.ts', '../store/index.ts'],
  ['main/people/calls.ts importing ./queries.ts', 'main/people/calls.ts', './queries.ts'],
  ['main/people/calls.ts importing ../../shared/errors.ts', 'main/people/calls.ts', '../../shared/errors.ts'],
  ['main/jobs/index.ts importing ../journal/index.ts', 'main/jobs/index.ts', '../journal/index.ts'],
  ['main/store/database.ts importing better-sqlite3', 'main/store/database.ts', 'better-sqlite3'],
  ['main/carrier/twilio/line.ts importing twilio', 'main/carrier/twilio/line.ts', 'twilio'],
  ['main/carrier/twilio/line.ts importing ../port.ts', 'main/carrier/twilio/line.ts', '../port.ts'],
  [
    'main/carrier/simulator/book.ts importing ../../store/index.ts',
    'main/carrier/simulator/book.ts',
    '../../store/index.ts',
  ],
  ['outbox going down the stairs', 'main/outbox/enter.ts', '../assignments/index.ts'],
  ['outbox importing its own rules', 'main/outbox/claim.ts', './rules/safeguards.ts'],
  ['contacts importing papaparse', 'main/contacts/import/reading.ts', 'papaparse'],
  ['contacts importing furniture', 'main/contacts/left-out-export.ts', '../spreadsheets/index.ts'],
  ['main/app/window.ts importing electron', 'main/app/window.ts', 'electron'],
  ['main/app/incidents.ts importing ../log/index.ts', 'main/app/incidents.ts', '../log/index.ts'],
  ['main/engine.ts importing ./store/index.ts', 'main/engine.ts', './store/index.ts'],
  [
    'renderer/app/store.ts importing ../../shared/contract/index.ts',
    'renderer/app/store.ts',
    '../../shared/contract/index.ts',
  ],
  ['preload/index.ts importing electron', 'preload/index.ts', 'electron'],
];

const refused: readonly Import[] = [
  ['a window reaching the disk', 'renderer/app/store.ts', 'node:fs'],
  ['a window reaching the engine', 'renderer/app/store.ts', '../../main/store/index.ts'],
  ['a window reaching Electron', 'renderer/app/store.ts', 'electron'],
  ['the contract reaching Node', 'shared/contract/people.ts', 'node:crypto'],
  ['the contract reaching the engine', 'shared/contract/people.ts', '../../main/people/index.ts'],
  ['a room reaching up the stairs', 'main/store/store.ts', '../people/index.ts'],
  ['a room reaching across its floor', 'main/campaign/index.ts', '../people/index.ts'],
  ['contacts reaching up to the outbox', 'main/contacts/contacts.ts', '../outbox/index.ts'],
  ['outbox reaching up to replies', 'main/outbox/index.ts', '../replies/index.ts'],
  ['delivery reaching across its floor', 'main/delivery/index.ts', '../replies/index.ts'],
  ['results reading another room than through views', 'main/results/performance.ts', '../outbox/index.ts'],
  ['furniture knowing of texting', 'main/spreadsheets/csv.ts', '../contacts/index.ts'],
  ['outbox entering contacts by its window', 'main/outbox/claim.ts', '../contacts/queries.ts'],
  ['scripts reading CSV by itself', 'main/scripts/index.ts', 'papaparse'],
  ['a room entering another by its window', 'main/people/index.ts', '../store/statements.ts'],
  ['a room importing the server', 'main/people/index.ts', '../serve/index.ts'],
  ['a room opening SQLite by itself', 'main/people/queries.ts', 'better-sqlite3'],
  ['a room speaking to Twilio by itself', 'main/people/index.ts', 'twilio'],
  ['the engine knowing Electron', 'main/engine.ts', 'electron'],
  ['the shell reaching the store', 'main/app/window.ts', '../store/index.ts'],
  ['the shell entering the log by its window', 'main/app/window.ts', '../log/create.ts'],
  ['the preload reaching main', 'preload/index.ts', '../main/engine.ts'],
];

/** Plants every import in a file of its own in a copy of the tree's folders, and gives the files that the linter refuses. */
function lintPlanted(imports: readonly Import[]): ReadonlySet<string> {
  const root = mkdtempSync(join(tmpdir(), 'fieldline-boundaries-'));
  try {
    const configuration = JSON.parse(readFileSync(new URL('../../biome.json', import.meta.url), 'utf8'));
    writeFileSync(join(root, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }));
    for (const [index, [, file, imported]] of imports.entries()) {
      const planted = join(root, `${file.slice(0, -'.ts'.length)}-planted-${index}.ts`);
      mkdirSync(dirname(planted), { recursive: true });
      writeFileSync(planted, `import { anything } from '${imported}';\nexport const used = anything;\n`);
    }
    const biome = fileURLToPath(new URL('../../node_modules/@biomejs/biome/bin/biome', import.meta.url));
    const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=none', '.'], {
      cwd: root,
      encoding: 'utf8',
    });
    const lines = run.stdout.split('\n').filter((line) => line.includes('noRestrictedImports'));
    return new Set(lines.flatMap((line) => /planted-\d+/.exec(line) ?? []));
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('the boundaries of the house', () => {
  const found = lintPlanted([...allowed, ...refused]);

  it.each(allowed.map(([what], index) => ({ what, index })))('allow $what', ({ index }) => {
    expect(found).not.toContain(`planted-${index}`);
  });

  it.each(refused.map(([what], index) => ({ what, index: index + allowed.length })))('refuse $what', ({ index }) => {
    expect(found).toContain(`planted-${index}`);
  });
});
