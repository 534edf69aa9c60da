import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** A reader of YAML that comes with a development package; it has no types of its own. */
const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };

const root = new URL('../../', import.meta.url);
const built = load(readFileSync(new URL('electron-builder.yml', root), 'utf8')) as {
  readonly appId: string;
  readonly asar: boolean;
  readonly asarUnpack: readonly string[];
  readonly files: readonly string[];
  readonly extraResources: readonly { readonly from: string; readonly to: string }[];
  readonly npmRebuild: boolean;
  readonly electronFuses: Readonly<Record<string, boolean>>;
};

/** Each fuse as Electron documents it, and the way it has to stand in an installed Fieldline. */
const fuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

const partsOfBuild = ['engine', 'main', 'practice-carrier', 'preload', 'renderer'];

/** As electron-builder reads `files`: what a pattern takes, unless a pattern with an exclamation mark leaves it out. */
function isPacked(path: string): boolean {
  const takes = built.files.some((pattern) => !pattern.startsWith('!') && matchesGlob(path, pattern));
  return takes && !built.files.some((pattern) => pattern.startsWith('!') && matchesGlob(path, pattern.slice(1)));
}

describe('an installed Fieldline', () => {
  it.each(Object.entries(fuses))('has the fuse %s at %s', (name, wanted) => {
    expect(built.electronFuses[name]).toBe(wanted);
  });

  it('has no fuse that nobody has thought about', () => {
    expect(Object.keys(built.electronFuses).sort()).toEqual(Object.keys(fuses).sort());
  });

  it('runs out of an archive, from which native modules are taken out', () => {
    expect(built).toMatchObject({ asar: true, asarUnpack: ['**/*.node'], npmRebuild: false });
  });

  it.each([
    ...partsOfBuild.map((part) => `out/${part}/index.mjs`),
    'out/renderer/index.html',
    'out/renderer/assets/index-Bx3_1.js',
    'out/engine/migrations/0010_store.sql',
    'out/practice-carrier/schema.sql',
    'package.json',
  ])('has %s in it', (path) => {
    expect(isPacked(path)).toBe(true);
  });

  it('has every part in it that a build makes', () => {
    const made = readFileSync(new URL('vite.node.config.ts', root), 'utf8');
    const parts = [...made.matchAll(/^ {2}'?([a-z-]+)'?: \{\s*input:/gm)].map(([, part]) => part);
    expect([...parts, 'renderer'].sort()).toEqual(partsOfBuild);
  });

  it('has nothing in it of the sources, the tests, or what a run leaves behind', () => {
    const folders = '{main,preload,renderer,shared,scripts,tests,docs,resources}';
    const sources = globSync([`${folders}/**/*`, '*.{json,ts,yml,md}'], { cwd: fileURLToPath(root) });
    expect(sources.length).toBeGreaterThan(500);
    const left = ['out/demo/contacts.csv', 'out/textbank/messages.xlsx', 'out/engine/engine.mjs.map'];
    expect([...sources, ...left].filter(isPacked)).toEqual(['package.json']);
  });

  it('brings the sample list, where main looks for it', () => {
    expect(built.extraResources).toEqual([{ from: 'resources/sample-list.csv', to: 'sample-list.csv' }]);
    for (const { from } of built.extraResources) expect(existsSync(fileURLToPath(new URL(from, root)))).toBe(true);
  });
});
