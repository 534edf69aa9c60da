import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '../../../bridge/session-slice.ts';

interface Search {
  /** The number that is looked for: empty before one is, null where nobody looks for one. */
  readonly asked: string | null;
}

const nobodyLooks: Search = { asked: null };

/** The search for a contact, which begins on its screen, by its key, or with what was typed into the palette. */
export const findSlice = createSlice({
  name: 'find',
  initialState: nobodyLooks,
  reducers: {
    lookedFor: (_before, { payload }: PayloadAction<string>) => ({ asked: payload }),
    lookedAway: () => nobodyLooks,
  },
  extraReducers: (on) => void on.addCase(signedOut, () => nobodyLooks),
});

export const { lookedFor, lookedAway } = findSlice.actions;
