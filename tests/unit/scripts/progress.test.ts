import { describe, expect, test } from 'vitest';
import { aliveLine, createProgress, finishedLine } from '../../../scripts/ready/progress.mjs';

describe('a step on the screen', () => {
  test.each([
    [{ kind: 'done' }, '✓ build  21.4 s'],
    [{ kind: 'done', note: 'xvfb' }, '✓ build  21.4 s  (xvfb)'],
    [{ kind: 'already' }, '· build  already there'],
    [{ kind: 'skipped', note: 'nothing to build yet' }, '· build  nothing to build yet'],
  ] as const)('that ended as %o reads as one line', (outcome, line) => {
    expect(finishedLine('build', outcome, 21_400)).toBe(line);
  });

  test('that takes long says how long, and what it is at', () => {
    expect(aliveLine('Electron', 30_000, '45 MB')).toBe('… Electron  30 s  45 MB');
  });
});

describe('a quiet run', () => {
  const shown = (quiet: boolean) => {
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text) > 0 };
    const progress = createProgress({ quiet, stream });
    progress.begin('npm packages').finish({ kind: 'already' });
    progress.begin('Electron').finish({ kind: 'skipped', note: 'unreachable' });
    progress.begin('build').finish({ kind: 'done' });
    progress.begin('system packages').fail('xvfb is missing');
    progress.end();
    return written.map((line) => line.split(' ')[0]);
  };

  test('shows what was done and what failed', () => {
    expect(shown(true)).toEqual(['✓', '✗']);
  });

  test('leaves out what a run that is not quiet shows besides', () => {
    expect(shown(false)).toEqual(['·', '·', '✓', '✗']);
  });
});
