import { describe, expect, test } from 'vitest';
import { demoFiguresOf, tableOfDemo } from '../../../../scripts/demo/figures.ts';
import { namesIn } from '../../../../scripts/demo/stage.ts';
import { type Figures, isGood } from '../../../../scripts/textbank/figures.ts';

const counted: Figures = {
  imported: 4_760,
  rejected: 240,
  queued: 350,
  acceptedByCarrier: 349,
  delivered: 338,
  failed: 11,
  doubled: 0,
  lost: 0,
  replies: 221,
  optOuts: 21,
  followUps: 50,
  textedAfterOptOut: 0,
  seconds: 111.6,
  firstTexts: 300,
  repliers: 180,
  optOutsInWords: 20,
  optOutsByHand: 1,
  textedBeforeHeard: 0,
  longestUnheardMs: 0,
  stopped: { 'opted out by hand': 1 },
  repeatedKeyPresses: 0,
  seed: '1',
  notAsTold: [],
};
/** 1 to 100 ms to the next contact, and twice that until the text is kept. */
const times = Array.from({ length: 100 }, (_none, index) => ({ nextMs: index + 1, keptMs: (index + 1) * 2 }));
const seen = { times, screenshots: ['out/demo/light/01-first-start.png'], exports: ['out/demo/contacts.csv'] };

describe('the figures of the demonstration', () => {
  test('have the times of the presses, and everything that is counted in any text bank', () => {
    expect(demoFiguresOf(counted, seen)).toEqual({
      ...counted,
      enterToNextP50Ms: 51,
      enterToNextP99Ms: 100,
      enterToKeptP50Ms: 102,
      enterToKeptP99Ms: 200,
      screenshots: seen.screenshots,
      exports: seen.exports,
    });
  });

  test.each([
    { doubled: 1 },
    { lost: 1 },
    { textedAfterOptOut: 1 },
    { notAsTold: ['a spreadsheet has a row too many'] },
  ])('are not good with %o', (change) => {
    expect(isGood(demoFiguresOf(counted, seen))).toBe(true);
    expect(isGood(demoFiguresOf({ ...counted, ...change }, seen))).toBe(false);
  });

  test('stand in a table with their notes, without presses that nobody repeated', () => {
    const lines = tableOfDemo(demoFiguresOf(counted, seen)).split('\n');
    expect(lines).toContain('  queued                     350  300 initial messages, 50 follow-ups');
    expect(lines).toContain('  Enter to next contact       51  ms, the median; 100 ms or less in 99 of 100');
    expect(lines.some((line) => line.includes('repeated'))).toBe(false);
  });
});

describe('the names in the window', () => {
  const rosa = { firstName: 'Rosa', lastName: 'Marsh', phone: '+12035550100', pollingPlace: 'Lincoln School' };
  const contactCalled = namesIn({ contacts: [rosa] });

  test('lead to the contact of the list', () => {
    expect(contactCalled('Rosa Marsh')).toBe(rosa);
  });

  test('that nobody in the list has are an error', () => {
    expect(() => contactCalled('Rosa Delgado')).toThrow('Rosa Delgado');
  });
});
