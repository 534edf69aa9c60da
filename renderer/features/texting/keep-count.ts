import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { AppState, AppStore } from '../../app/store.ts';
import { keepLeftBehind } from '../../bridge/keep-left-behind.ts';
import { leftBehind } from '../../bridge/left-behind.ts';
import { signedOut } from '../../bridge/session-slice.ts';
import { isNumber } from '../../bridge/shapes.ts';

/** How many texts the engine has kept of this sitting before the page was loaded anew. */
export const textedBeforeSlice = createSlice({
  name: 'textedBefore',
  initialState: 0,
  reducers: {
    countFound: (count, { payload }: PayloadAction<number>) => count + payload,
  },
  extraReducers: (build) => void build.addCase(signedOut, () => 0),
});

/** Whoever comes back later than this has sat down anew. */
const backMs = 15 * 60_000;
const keptCount = leftBehind('texted', isNumber, backMs);

/** How many texts the engine has kept since the person who is here has sat down, in all actions. */
export function countTextedHere({ texting, textedBefore }: Pick<AppState, 'texting' | 'textedBefore'>): number {
  return Object.values(texting).reduce((sum, { sentCount }) => sum + sentCount, textedBefore);
}

/** Counts on where the page is loaded anew; whoever signs out has got up. */
export function keepCount(store: AppStore): void {
  keepLeftBehind(store, {
    left: keptCount,
    ofSession: () => null,
    ofPage: countTextedHere,
    giveBack: (count) => void store.dispatch(textedBeforeSlice.actions.countFound(count)),
  });
}
