import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '../bridge/session-slice.ts';
import type { InboxPlace } from '../features/inbox/inbox-slice.ts';
import type { SectionName } from '../features/settings/sections.ts';

/** Where in the window one is. Every screen of the navigation is one, and some open on something of their own. */
export type Place =
  | { readonly screen: 'today' }
  | { readonly screen: 'contacts'; readonly listId?: number }
  /** `isNew`: on the form that makes an action. */
  | { readonly screen: 'actions'; readonly actionId?: number; readonly isNew?: true }
  | { readonly screen: 'texting'; readonly actionId?: number }
  | { readonly screen: 'inbox'; readonly actionId?: number; readonly contactId?: number }
  | { readonly screen: 'results'; readonly actionId?: number }
  | { readonly screen: 'people' }
  | { readonly screen: 'settings'; readonly section?: SectionName };

export type ScreenName = Place['screen'];

interface Places {
  readonly now: Place;
  /** Where one came from, the last one last. */
  readonly before: readonly Place[];
}

const longestWayBack = 50;
const start: Places = { now: { screen: 'today' }, before: [] };

export const placeSlice = createSlice({
  name: 'place',
  initialState: start,
  reducers: {
    wentTo: ({ now, before }, { payload }: PayloadAction<Place>) => ({
      now: payload,
      before: [...before, now].slice(-longestWayBack),
    }),
    /** Where the same person was before the page was loaded anew. */
    placeFound: (_before, { payload }: PayloadAction<{ readonly place: Place; readonly inbox: InboxPlace }>) => ({
      now: payload.place,
      before: [],
    }),
    wentBack: ({ now, before }) => ({ now: before.at(-1) ?? now, before: before.slice(0, -1) }),
  },
  /** The way here concerns nobody who comes after. */
  extraReducers: (on) => void on.addCase(signedOut, () => start),
});

export const { wentTo, wentBack, placeFound } = placeSlice.actions;
