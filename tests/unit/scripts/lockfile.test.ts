import { describe, expect, test } from 'vitest';
import { isInstalled, withoutEngineWarnings } from '../../../scripts/ready/lockfile.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
};

const installed = { 'node_modules/react': { version: '19.3.1' } };

describe('what npm noted as installed', () => {
  test.each([
    ['the same packages', installed, true],
    ['the optional package as well', { ...installed, 'node_modules/fsevents': { version: '2.3.3' } }, true],
    ['nothing', {}, false],
    ['another version', { 'node_modules/react': { version: '19.3.0' } }, false],
    [
      'another version of an optional package',
      { 'node_modules/react': { version: '19.3.1' }, 'node_modules/fsevents': { version: '1.0.0' } },
      false,
    ],
    [
      'a package that the lock file does not know',
      { 'node_modules/react': { version: '19.3.1' }, 'node_modules/stray': { version: '1.0.0' } },
      false,
    ],
  ])('with %s is judged against the lock file', (_case, packages, expected) => {
    expect(isInstalled(lock, { packages })).toBe(expected);
  });
});

test('warnings about the Node that npm runs on are left out, and real errors are not', () => {
  const output = [
    'npm warn EBADENGINE Unsupported engine {',
    'npm WARN EBADENGINE   package: x',
    'npm error code E404',
  ];
  expect(withoutEngineWarnings(output.join('\n'))).toBe('npm error code E404');
});
