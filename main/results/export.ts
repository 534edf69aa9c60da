import type { Contract, InputOf } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { JobRun } from '../jobs/index.ts';
import { type Header, openCsv, openXlsx, SheetRefusal, type SheetWriter } from '../spreadsheets/index.ts';
import type { Store } from '../store/index.ts';
import { contactReportHeader, contactReportRows, readContactPage } from './contact-report.ts';
import { messageReportHeader, messageReportRows, readMessagePage } from './message-report.ts';
import { type Page, type PageInput, type ReportFrame, readFrame } from './report.ts';
import { sheetNames } from './words.ts';

export const exportJob = 'results/export';

type Asked = Pick<InputOf<Contract['results/start-export']>, 'actionId' | 'report' | 'format'>;

/** What a job keeps, so that the next engine begins it again after this one was cut off. */
export interface ExportInput extends Asked {
  readonly path: string;
}

/** The job's outcome: how many rows are below the header, or why there is no file. */
export type ExportOutcome = { readonly rows: number } | { readonly error: AppError<'spreadsheets/not-writable'> };

/** Contacts whose rows are read, crossed over to this thread and held at a time. */
const contactsPerPage = 500;

interface Report {
  readonly header: (frame: ReportFrame) => Header;
  readonly readPage: (store: Store, frame: ReportFrame, input: PageInput) => Promise<Page>;
}

const reports: Readonly<Record<Asked['report'], Report>> = {
  contacts: {
    header: contactReportHeader,
    readPage: async (store, frame, input) => {
      const page = await store.read(readContactPage, input);
      const lastContactId = page.contacts.at(-1)?.contact_id ?? null;
      return { rows: contactReportRows(page, frame), contacts: page.contacts.length, lastContactId };
    },
  },
  messages: {
    header: ({ zone }) => messageReportHeader(zone),
    readPage: async (store, frame, input) => {
      const { messages, contacts, lastContactId } = await store.read(readMessagePage, input);
      return { rows: messageReportRows(messages, frame), contacts, lastContactId };
    },
  },
};

/**
 * Writes a report into a file, page by page. Each page is of one moment, and a later page of a later one: a contact's
 * row, and a conversation, is whole and consistent in itself, and each contact is there once, because the contacts of an
 * action are fixed. What happens meanwhile may be in the file or not. One moment for all would keep a read transaction
 * open for minutes, and the store's log growing behind it.
 */
export async function writeExport(store: Store, { input, signal, report }: JobRun): Promise<ExportOutcome> {
  const asked = input as ExportInput;
  const frame = await store.read(readFrame, { actionId: asked.actionId });
  if (frame === null) throw new Error('an export of an action that is gone');
  const opened = await openSheet(asked, reports[asked.report].header(frame));
  if (!opened.ok) return { error: opened.error };
  const writer = opened.value;
  try {
    const rows = await writeRows(writer, { store, asked, frame, signal, report });
    signal.throwIfAborted();
    await writer.finish();
    return { rows };
  } catch (thrown) {
    if (thrown instanceof SheetRefusal) return { error: thrown.error };
    throw thrown;
  } finally {
    await writer.abandon();
  }
}

function openSheet({ format, path, report }: ExportInput, header: Header): ReturnType<typeof openCsv> {
  return format === 'csv' ? openCsv(path, header) : openXlsx(path, sheetNames[report], header);
}

async function writeRows(
  writer: SheetWriter,
  parts: {
    readonly store: Store;
    readonly asked: ExportInput;
    readonly frame: ReportFrame;
    readonly signal: AbortSignal;
    readonly report: JobRun['report'];
  },
): Promise<number> {
  const { store, asked, frame, signal, report } = parts;
  const { readPage } = reports[asked.report];
  let rows = 0;
  let done = 0;
  let afterContactId: number | null = 0;
  while (afterContactId !== null) {
    report({ done, total: frame.contacts });
    const pageInput: PageInput = { actionId: asked.actionId, afterContactId, limit: contactsPerPage };
    const page: Page = await readPage(store, frame, pageInput);
    for (const row of page.rows) {
      signal.throwIfAborted();
      await writer.write(row);
    }
    rows += page.rows.length;
    done += page.contacts;
    afterContactId = page.contacts === contactsPerPage ? page.lastContactId : null;
  }
  report({ done, total: frame.contacts });
  return rows;
}
