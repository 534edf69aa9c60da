import { expect, it } from 'vitest';
import { whatToSee } from '../../../../scripts/demo/what-to-see.ts';

it('names the pictures that tell most, and the spreadsheets', () => {
  const screenshots = [
    'out/demo/light/17-texting.png',
    'out/demo/light/18-texting-without-line.png',
    'out/demo/light/27-inbox.png',
    'out/demo/dark/38-inbox.png',
    'out/demo/dark/39-results.png',
    'out/demo/light/64-results.png',
  ];
  const told = whatToSee({ screenshots, exports: ['out/demo/contacts.csv', 'out/demo/messages.xlsx'] });
  expect(told.split('\n').slice(0, 6)).toEqual([
    '6 pictures and 2 spreadsheets are in out/demo. Open first:',
    '  out/demo/light/17-texting.png  one text for each Enter',
    '  out/demo/light/27-inbox.png  what contacts wrote back',
    '  out/demo/light/64-results.png  what came of it',
    '  out/demo/contacts.csv  for a spreadsheet program',
    '  out/demo/messages.xlsx  for a spreadsheet program',
  ]);
});
