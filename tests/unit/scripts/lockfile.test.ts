import { describe, expect, test } from 'vitest';
import { isInstalled, npmErrors } from '../../../scripts/ready/lockfile.mjs';

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

describe("npm's words about a failure", () => {
  const warnings = ['npm warn EBADENGINE Unsupported engine {', 'npm WARN EBADENGINE   package: x', 'added 1 package'];

  test('are its errors, without warnings and without advice on usage', () => {
    const errors = ['npm error code EUSAGE', 'npm ERR! Missing: x from lock file'];
    const usage = ['npm error Clean install a project', 'npm error Usage:', 'npm error npm ci'];
    expect(npmErrors([...warnings, ...errors, ...usage].join('\n'))).toBe(errors.join('\n'));
  });

  test('are all that it said when it names no error, but for warnings about engines', () => {
    expect(npmErrors([...warnings, 'sh: out of memory'].join('\n'))).toBe('added 1 package\nsh: out of memory');
  });
});
