import { expect, test } from 'vitest';
import { readArguments } from '../../../main/carrier/simulator/arguments.ts';
import { startSimulatorProcess } from '../../support/simulator-process.ts';

test('the command line needs nothing', () => {
  expect(readArguments([])).toEqual({
    options: { port: 0, numberCount: 1, knobs: {} },
    readyFile: null,
    withParent: false,
  });
});

test('the command line takes everything', () => {
  const words = '--seed a --data b --port 4010 --numbers 2 --speed 60 --ready-file c --with-parent'.split(' ');
  expect(readArguments([...words, '--knobs', '{"latencyMs":0}'])).toEqual({
    options: { seed: 'a', dataFile: 'b', port: 4010, numberCount: 2, knobs: { latencyMs: 0, speed: 60 } },
    readyFile: 'c',
    withParent: true,
  });
});

test.each([
  ['an unknown option', ['--sped', '60']],
  ['an unknown knob', ['--knobs', '{"latency":0}']],
  ['knobs that are no JSON', ['--knobs', 'latencyMs']],
  ['a rate above one', ['--knobs', '{"lostAnswerRate":1.5}']],
  ['a speed of nothing', ['--speed', '0']],
  ['more numbers than there are', ['--numbers', '21']],
  ['a port that is no number', ['--port', 'http']],
])('%s is refused', (_case, words) => {
  expect(() => readArguments(words)).toThrow();
});

test('a program that cannot start says why and how it is used', async () => {
  await expect(startSimulatorProcess({ speed: -1 })).rejects.toThrow(/usage: npm run simulator/);
});
