import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { Given } from '../../../shared/contract/index.ts';
import type { SaveFile } from '../../bridge/rooms/files.ts';
import { signedOut } from '../../bridge/session-slice.ts';

export type Report = Given<'results/start-export'>['report'];
export type Format = Given<'results/start-export'>['format'];

/** A spreadsheet that was asked for in this sitting. */
export interface Export {
  readonly jobId: number;
  readonly actionId: number;
  readonly file: SaveFile;
}

interface Exports {
  readonly format: Format;
  /** The latest first. */
  readonly started: readonly Export[];
}

const initialState: Exports = { format: 'xlsx', started: [] };

/** Which jobs write which files: only the page knows the token by which a file is shown. */
export const exportsSlice = createSlice({
  name: 'exports',
  initialState,
  reducers: {
    formatChosen: (exports, { payload }: PayloadAction<Format>): Exports => ({ ...exports, format: payload }),
    exportStarted: (exports, { payload }: PayloadAction<Export>): Exports => ({
      ...exports,
      started: [payload, ...exports.started],
    }),
    exportPutAway: (exports, { payload: jobId }: PayloadAction<number>): Exports => ({
      ...exports,
      started: exports.started.filter((one) => one.jobId !== jobId),
    }),
  },
  extraReducers: (on) => {
    on.addCase(signedOut, () => initialState);
  },
});

export const { formatChosen, exportStarted, exportPutAway } = exportsSlice.actions;
