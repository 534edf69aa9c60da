/**
 * Spreadsheets: furniture that knows nothing of texting. It takes rows and gives a CSV or an XLSX file that appears under
 * its name only when it is whole, whatever its length, without holding it in memory or keeping the engine's thread for
 * long. No cell of what it writes is run by a spreadsheet. It refuses a path that cannot be written: as a result when it
 * is opened, by throwing `SheetRefusal` from then on, since a disk may fill up and a file be opened elsewhere later.
 */
export { type Cell, safeCell, unmarkCell } from './cell.ts';
export type { Column, Header } from './column.ts';
export { openCsv } from './csv.ts';
export { SheetRefusal } from './refusal.ts';
export type { SheetWriter } from './writer.ts';
export { openXlsx } from './xlsx.ts';
export type { ZonedTime } from './zoned-time.ts';
