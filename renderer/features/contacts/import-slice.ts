import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { ColumnTarget } from '../../../shared/contract/contacts.ts';
import type { AppError } from '../../../shared/errors.ts';
import { wentTo } from '../../app/place-slice.ts';
import { signedOut } from '../../bridge/session-slice.ts';

/** A file that the engine may read, and what it is called. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
}

/** How far an import has come on the screen. Once it is a job, the engine knows the rest. */
export type ImportStep =
  | { readonly step: 'file'; readonly error: AppError | null }
  | {
      readonly step: 'columns';
      readonly file: ChosenFile;
      /** As typed; null while the file's own name stands. */
      readonly listName: string | null;
      /** What was chosen instead of what the engine suggests, by the column's place. */
      readonly choices: Readonly<Record<number, ColumnTarget | null>>;
    }
  | {
      readonly step: 'job';
      readonly jobId: number;
      /** Whether its end has been on the screen. Nothing of it is left to be told, and its list keeps the report. */
      readonly isEndSeen: boolean;
    };

interface Imports {
  /** The import on the screen; null while there is none. */
  readonly now: ImportStep | null;
  /** What was begun here, by job: the engine tells the name of a list only when it is there. */
  readonly listNames: Readonly<Record<number, string>>;
  /** Jobs that were left to run on and whose end nobody has seen. */
  readonly awaited: readonly number[];
}

const none: Imports = { now: null, listNames: {}, awaited: [] };

export const importSlice = createSlice({
  name: 'import',
  initialState: none,
  reducers: {
    /** Columns that are being chosen are what is opened then. */
    importOpened: (imports): Imports =>
      imports.now?.step === 'columns' ? imports : { ...leaveJob(imports), now: { step: 'file', error: null } },
    columnsGivenUp: (imports): Imports => ({ ...imports, now: { step: 'file', error: null } }),
    fileChosen: (imports, { payload: file }: PayloadAction<ChosenFile>): Imports => ({
      ...leaveJob(imports),
      now: { step: 'columns', file, listName: null, choices: {} },
    }),
    fileRefused: (imports, { payload: error }: PayloadAction<AppError>): Imports => ({
      ...leaveJob(imports),
      now: { step: 'file', error },
    }),
    listNamed: (imports, { payload: listName }: PayloadAction<string>): Imports =>
      imports.now?.step === 'columns' ? { ...imports, now: { ...imports.now, listName } } : imports,
    columnChosen: (
      imports,
      { payload }: PayloadAction<{ readonly index: number; readonly target: ColumnTarget | null }>,
    ): Imports => {
      if (imports.now?.step !== 'columns') return imports;
      const choices = { ...imports.now.choices, [payload.index]: payload.target };
      return { ...imports, now: { ...imports.now, choices } };
    },
    /** `isInSight`: where it was begun is still what the screen shows. Otherwise its end is told where the lists are. */
    importStarted: (
      imports,
      {
        payload: { jobId, listName, isInSight },
      }: PayloadAction<{ readonly jobId: number; readonly listName: string; readonly isInSight: boolean }>,
    ): Imports => ({
      now: isInSight ? { step: 'job', jobId, isEndSeen: false } : imports.now,
      listNames: { ...imports.listNames, [jobId]: listName },
      awaited: isInSight ? imports.awaited : [...imports.awaited, jobId],
    }),
    importShown: (imports, { payload: jobId }: PayloadAction<number>): Imports => ({
      ...imports,
      now: { step: 'job', jobId, isEndSeen: false },
      awaited: imports.awaited.filter((awaited) => awaited !== jobId),
    }),
    importEndSeen: (imports): Imports =>
      imports.now?.step === 'job' ? { ...imports, now: { ...imports.now, isEndSeen: true } } : imports,
    /** Its work goes on, and its end is told where the lists are. */
    importLeftRunning: (imports): Imports => ({ ...leaveJob(imports), now: null }),
    importClosed: (imports): Imports => ({ ...imports, now: null }),
    importSeen: (imports, { payload: jobId }: PayloadAction<number>): Imports => ({
      ...imports,
      awaited: imports.awaited.filter((awaited) => awaited !== jobId),
    }),
  },
  extraReducers: (build) =>
    void build
      // Somebody else is at the desk.
      .addCase(signedOut, () => none)
      // Whoever comes to the contacts comes to the lists, unless something is under way: columns that were chosen, and an
      // import whose end one has not seen.
      .addCase(wentTo, (imports, { payload: place }) =>
        place.screen === 'contacts' && place.listId === undefined && !isUnderWay(imports.now)
          ? { ...imports, now: null }
          : imports,
      ),
});

function isUnderWay(step: ImportStep | null): boolean {
  return step?.step === 'columns' || (step?.step === 'job' && !step.isEndSeen);
}

function leaveJob(imports: Imports): Imports {
  if (imports.now?.step !== 'job' || imports.now.isEndSeen) return imports;
  const { jobId } = imports.now;
  return { ...imports, awaited: [...imports.awaited.filter((awaited) => awaited !== jobId), jobId] };
}

export const {
  importOpened,
  columnsGivenUp,
  fileChosen,
  fileRefused,
  listNamed,
  columnChosen,
  importStarted,
  importShown,
  importEndSeen,
  importLeftRunning,
  importClosed,
  importSeen,
} = importSlice.actions;
