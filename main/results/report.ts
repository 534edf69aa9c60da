import type { Cell } from '../spreadsheets/index.ts';
import { question, type Reader } from '../store/index.ts';
import { type Field, findAction, listFields, readZone } from './queries.ts';

/** What holds for a whole report and is read once, when it begins. */
export interface ReportFrame {
  readonly zone: string;
  readonly fields: readonly Field[];
  readonly contacts: number;
}

export const readFrame = question('results/read-frame', (reader: Reader, { actionId }: { actionId: number }) => {
  const count = 'SELECT count(*) AS contacts FROM v_result_assignment WHERE action_id = ?';
  const contacts = reader.get<{ contacts: number }>(count, actionId)?.contacts ?? 0;
  return findAction(reader, actionId) === undefined
    ? null
    : ({ zone: readZone(reader), fields: listFields(reader), contacts } satisfies ReportFrame);
});

/** The contacts of the action after `afterContactId`, by their ids. */
export interface PageInput {
  readonly actionId: number;
  readonly afterContactId: number;
  /** How many contacts. */
  readonly limit: number;
}

/** Rows for so many contacts of the action. */
export interface Page {
  readonly rows: readonly (readonly Cell[])[];
  readonly contacts: number;
  /** Where the next page begins; null after the last. */
  readonly lastContactId: number | null;
}
