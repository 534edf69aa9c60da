import type { DemoFigures } from './figures.ts';

/** The pictures in light colors that tell most, by the names that the story gives them. */
const first: readonly (readonly [picture: string, what: string])[] = [
  ['texting', 'one text for each Enter'],
  ['inbox', 'what contacts wrote back'],
  ['results', 'what came of it'],
];

/** What the run has left behind, and what of it to open first. Paths are from the project's root. */
export function whatToSee({ screenshots, exports }: Pick<DemoFigures, 'screenshots' | 'exports'>): string {
  const pictures = first.flatMap(([name, what]) => {
    const path = screenshots.find((each) => new RegExp(`light[\\\\/]\\d+-${name}\\.png$`).test(each));
    return path === undefined ? [] : [`  ${path}  ${what}`];
  });
  return [
    `${screenshots.length} pictures and ${exports.length} spreadsheets are in out/demo. Open first:`,
    ...pictures,
    ...exports.map((path) => `  ${path}  for a spreadsheet program`),
    'The same screens are there in dark colors, in Spanish, and in a large window (1920x1080).',
  ].join('\n');
}
