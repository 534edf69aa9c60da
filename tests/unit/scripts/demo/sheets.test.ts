import { describe, expect, test } from 'vitest';
import { compareSheets, type Sheet, stateInSheet } from '../../../../scripts/demo/sheets.ts';
import type { Accepted } from '../../../support/simulator-process.ts';

const [ana, ben] = ['+12035550100', '+12055550100'];

const contacts: Sheet = [
  ['First name', 'Phone', 'Replied', 'Opted out'],
  ['Ana', ana, 'yes', 'yes'],
  ['Ben', ben, 'no', 'no'],
];
const messages: Sheet = [
  ['Direction', 'Phone', 'Text', 'Text state'],
  ['to contact', ana, 'Hi Ana', 'sent'],
  ['from contact', ana, 'STOP', ''],
  ['to contact', ana, 'Are you sure?', 'withdrawn: opted out'],
  ['to contact', ben, 'Hi Ben', 'sent'],
];

const accepted = (toPhone: string, body: string): Accepted => ({
  id: 1,
  sid: 'SM1',
  fromPhone: '+12025550196',
  toPhone,
  body,
  segments: 1,
  acceptedAt: 1_000,
  optedOutAt: null,
});
const record = {
  accepted: [accepted(ana, 'Hi Ana'), accepted(ben, 'Hi Ben')],
  replies: 1,
  repliers: new Set([ana]),
  optedOutAt: new Map([[ana, 2_000]]),
};

describe('the spreadsheets against the book of the carrier', () => {
  test('are silent when both tell the same', () => {
    expect(compareSheets({ contacts, messages }, record)).toEqual([]);
  });

  test('tell of a text that the carrier has and they do not', () => {
    const more = { ...record, accepted: [...record.accepted, accepted(ben, 'Hi again')] };
    expect(compareSheets({ contacts, messages }, more)).toEqual([
      'texts sent: 2 in the spreadsheets, 3 at the carrier',
      'texts to the same phone with the same words: 2 in the spreadsheets, 3 at the carrier',
    ]);
  });

  test('tell of other words to the same phone, although the counts agree', () => {
    const other = { ...record, accepted: [accepted(ana, 'Hi Ana'), accepted(ben, 'Hello Ben')] };
    expect(compareSheets({ contacts, messages }, other)).toEqual([
      'texts to the same phone with the same words: 1 in the spreadsheets, 2 at the carrier',
    ]);
  });

  test('tell of a row that stands for two acceptances of one text', () => {
    const twice = { ...record, accepted: [accepted(ana, 'Hi Ana'), accepted(ana, 'Hi Ana')] };
    expect(compareSheets({ contacts, messages }, twice)).toHaveLength(1);
  });

  test.each([
    ['a reply', { replies: 2 }, 'replies: 1 in the spreadsheets, 2 at the carrier'],
    [
      'somebody who wrote',
      { repliers: new Set([ana, ben]) },
      'contacts who replied: 1 in the spreadsheets, 2 at the carrier',
    ],
    [
      'an opt-out',
      {
        optedOutAt: new Map([
          [ana, 2_000],
          [ben, 2_000],
        ]),
      },
      'contacts who opted out in words: 1 in the spreadsheets, 2 at the carrier',
    ],
  ])('tell of %s that they lack', (_what, change, sentence) => {
    expect(compareSheets({ contacts, messages }, { ...record, ...change })).toEqual([sentence]);
  });

  test('cannot be compared without their columns', () => {
    expect(() => compareSheets({ contacts, messages: [['Direction']] }, record)).toThrow('"Text state"');
  });
});

describe('the state of a text in the spreadsheet', () => {
  test.each([
    ['withdrawn: opted out', 'cancelled'],
    ['stopped: opted out', 'blocked'],
    ['refused by the carrier: takes no texts', 'refused'],
    ['perhaps sent, being checked', 'perhaps sent, being checked'],
  ])('"%s" is %s', (words, state) => {
    const sheet = [
      ['Phone', 'Text', 'Text state'],
      [ana, 'Hi Ana', words],
    ];
    expect(stateInSheet(sheet, ana, 'Hi Ana')).toBe(state);
  });

  test('of one that is not there is none that stops a text', () => {
    expect(stateInSheet(messages, ben, 'Hi Ana')).toBe('not in the spreadsheet');
  });
});
