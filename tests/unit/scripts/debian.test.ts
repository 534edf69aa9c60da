import { describe, expect, test } from 'vitest';
import { missingFrom, namesInRelease, packagesFor } from '../../../scripts/ready/debian.mjs';

const names = (needs: Partial<Parameters<typeof packagesFor>[0]>) =>
  packagesFor({ electron: false, hasDisplay: false, standIn: false, sqlite3: false, ...needs }).map(([name]) => name);

describe('the system packages that are needed', () => {
  test('are those of Electron and of a display that nobody looks at, where there is no other', () => {
    expect(names({ electron: true })).toEqual([
      ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'],
      ...['xvfb', 'xauth', 'fonts-dejavu-core', 'fonts-noto-color-emoji'],
    ]);
  });

  test('do not include a display where there is one', () => {
    expect(names({ electron: true, hasDisplay: true })).not.toContain('xvfb');
  });

  test('include a compiler for the stand-in only', () => {
    expect(names({ electron: true, hasDisplay: true, standIn: true })).toContain('g++');
    expect(names({ electron: true, hasDisplay: true })).not.toContain('g++');
  });

  test('are the SQLite command alone for a benchmark', () => {
    expect(names({ sqlite3: true })).toEqual(['sqlite3']);
  });
});

describe('what is missing', () => {
  const gtk = ['libgtk-3-0', 'libgtk-3-0t64'];

  test.each([
    ['is nothing when the package is installed', 'libgtk-3-0 installed\n', []],
    ['is nothing when it is installed under its newer name', 'libgtk-3-0t64 installed\n', []],
    ['is a package that was removed and left its settings', 'libgtk-3-0 config-files\n', [gtk]],
    ['is a package that dpkg has never heard of', 'dpkg-query: no packages found matching libgtk-3-0\n', [gtk]],
  ])('%s', (_case, answer, missing) => {
    expect(missingFrom([gtk], answer)).toEqual(missing);
  });
});

describe('the name of a package', () => {
  const policy = (candidates: Record<string, string>) =>
    Object.entries(candidates)
      .map(([name, version]) => `${name}:\n  Installed: (none)\n  Candidate: ${version}\n  Version table:\n`)
      .join('');
  const asound = [['libasound2', 'libasound2t64']];

  test.each([
    ['is the older one in a release that has it', policy({ libasound2: '1.2.8-1', libnss3: '2:3.87' }), 'libasound2'],
    [
      'is the newer one where the older is only a promise of others',
      policy({ libasound2: '(none)', libasound2t64: '1.2.11-1' }),
      'libasound2t64',
    ],
    ['is left for apt to refuse in a release that has none', '', 'libasound2'],
  ])('%s', (_case, answer, name) => {
    expect(namesInRelease(asound, answer)).toEqual([name]);
  });
});
