import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentHash } from '../../../scripts/ready/content-hash.mjs';
import { isStamped, stamp } from '../../../scripts/ready/stamps.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fieldline-stamps-'));
  mkdirSync(join(root, 'main'));
  writeFileSync(join(root, 'main', 'a.ts'), 'a');
  writeFileSync(join(root, 'main', 'b.ts'), 'b');
  writeFileSync(join(root, 'notes.txt'), 'unrelated');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = () => contentHash(root, ['main', 'package.json']);

describe('the hash that decides whether a step is done again', () => {
  test('is the same while only dates and other files change', () => {
    const before = hash();
    utimesSync(join(root, 'main', 'a.ts'), 1, 1);
    writeFileSync(join(root, 'notes.txt'), 'changed');
    expect(hash()).toBe(before);
  });

  test.each([
    ['a file is changed', () => writeFileSync(join(root, 'main', 'a.ts'), 'A')],
    ['a file is added', () => writeFileSync(join(root, 'main', 'c.ts'), '')],
    ['a file is deleted', () => rmSync(join(root, 'main', 'b.ts'))],
    ['a file that was absent appears', () => writeFileSync(join(root, 'package.json'), '')],
    [
      'text moves from one file to the next',
      () => {
        writeFileSync(join(root, 'main', 'a.ts'), 'ab');
        writeFileSync(join(root, 'main', 'b.ts'), '');
      },
    ],
  ])('is another one when %s', (_case, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });
});

describe('a stamp', () => {
  test('is absent until the step is finished', () => {
    expect(isStamped('build', 'one', root)).toBe(false);
  });

  test('holds for the content that it was given for, and no other', () => {
    stamp('build', 'one', join(root, 'new'));
    expect(isStamped('build', 'one', join(root, 'new'))).toBe(true);
    expect(isStamped('build', 'two', join(root, 'new'))).toBe(false);
    expect(isStamped('npm-packages', 'one', join(root, 'new'))).toBe(false);
  });
});
