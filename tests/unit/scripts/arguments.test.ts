import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../scripts/ready/arguments.mjs';

const nothing = { run: undefined, rest: [], onlyPackages: false, quiet: false, retryElectron: false };

describe('the words that getting ready is called with', () => {
  test.each([
    { words: [], request: nothing },
    { words: ['--retry-electron'], request: { ...nothing, retryElectron: true } },
    { words: ['--quiet', '--only', 'packages'], request: { ...nothing, quiet: true, onlyPackages: true } },
    { words: ['--run', 'a.ts'], request: { ...nothing, run: 'a.ts' } },
    { words: ['--run', 'a.ts', '--'], request: { ...nothing, run: 'a.ts' } },
    { words: ['--run', 'a.ts', '--', '--', 'b'], request: { ...nothing, run: 'a.ts', rest: ['--', 'b'] } },
    { words: ['--run', 'a.ts', '--', '--quiet'], request: { ...nothing, run: 'a.ts', rest: ['--quiet'] } },
    { words: ['--quiet', '--run', 'a.ts', 'b'], request: { ...nothing, quiet: true, run: 'a.ts', rest: ['b'] } },
  ])('$words are read as what they ask for', ({ words, request }) => {
    expect(parseArguments(words)).toEqual(request);
  });

  test.each([[['--fast']], [['--only', 'electron']], [['--only']], [['--run']], [['unit']]])(
    '%j are refused with the word that is not known',
    (words) => {
      expect(() => parseArguments(words)).toThrow(words[0]);
    },
  );
});
