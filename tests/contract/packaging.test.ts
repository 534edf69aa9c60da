import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

describe('an installed Fieldline', () => {
  it.each(Object.entries(fuses))('has the fuse %s at %s', (name, wanted) => {
    expect(built.electronFuses[name]).toBe(wanted);
  });

  it('has no fuse that nobody has thought about', () => {
    expect(Object.keys(built.electronFuses).sort()).toEqual(Object.keys(fuses).sort());
  });

  it('runs out of an archive that holds what was built, and nothing of the sources', () => {
    expect(built).toMatchObject({ asar: true, asarUnpack: ['**/*.node'], npmRebuild: false });
    expect(built.files).toEqual(['out/**/*', 'package.json', '!**/*.map']);
  });

  it('brings the sample list, where main looks for it', () => {
    expect(built.extraResources).toEqual([{ from: 'resources/sample-list.csv', to: 'sample-list.csv' }]);
    for (const { from } of built.extraResources) expect(existsSync(fileURLToPath(new URL(from, root)))).toBe(true);
  });
});
