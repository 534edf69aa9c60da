import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract/index.ts';

const renderer = new URL('../../renderer/', import.meta.url);
const sources = globSync('**/*.{ts,tsx}', { cwd: fileURLToPath(renderer) }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(new URL(path, renderer), 'utf8'),
}));

/** Where the window asks each call: `ask` is the only way to name one. */
function placesByCall(): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const { path, text } of sources) {
    for (const [, call = ''] of text.matchAll(/\bask\(\s*'([^']+)'/g)) {
      places.set(call, [...(places.get(call) ?? []), path]);
    }
  }
  return places;
}

describe('the calls that the window asks', () => {
  const places = placesByCall();

  it('are found where they are asked', () => {
    expect([...places.keys()].filter((call) => !(call in contract))).toEqual([]);
    expect(places.size).toBeGreaterThan(70);
  });

  it('have one endpoint each, so that screens that show the same share what is known of it', () => {
    expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });

  it('stand in `bridge/rooms` when several features ask them: none takes another’s', () => {
    const borrowed = sources.flatMap(({ path, text }) => {
      const [, feature] = /^features\/([^/]+)\//.exec(path) ?? [];
      const apis = [
        ...text.matchAll(/from '(?:\.\.\/)+(?:features\/)?([a-z-]+)\/(?:[a-z-]+\/)*(?:[a-z-]+-)?api\.ts'/g),
      ];
      return apis.filter(([, from]) => from !== 'bridge' && from !== feature).map(([line]) => `${path}: ${line}`);
    });
    expect(borrowed).toEqual([]);
  });
});
