import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '../../bridge/session-slice.ts';

/** What stood in fields of the settings when their screen was left and was not kept, by the field's name. */
type Unsaved = Readonly<Record<string, string>>;

const nothing: Unsaved = {};

export const unsavedSlice = createSlice({
  name: 'unsaved',
  initialState: nothing,
  reducers: {
    leftUnsaved: (
      unsaved,
      { payload }: PayloadAction<{ readonly name: string; readonly written: string }>,
    ): Unsaved => ({
      ...unsaved,
      [payload.name]: payload.written,
    }),
    foundUnsaved: (unsaved, { payload: name }: PayloadAction<string>): Unsaved => {
      const { [name]: _found, ...others } = unsaved;
      return others;
    },
  },
  extraReducers: (on) => {
    on.addCase(signedOut, () => nothing);
  },
});

export const { leftUnsaved, foundUnsaved } = unsavedSlice.actions;
