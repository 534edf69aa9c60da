import { configureStore } from '@reduxjs/toolkit';
import { useDispatch, useSelector, useStore } from 'react-redux';
import { api } from '../bridge/api.ts';
import { sessionSlice } from '../bridge/session-slice.ts';
import { draftsSlice } from '../features/actions/drafts-slice.ts';
import { responsesSlice } from '../features/actions/responses-slice.ts';
import { findSlice } from '../features/contacts/find/find-slice.ts';
import { importSlice } from '../features/contacts/import-slice.ts';
import { inboxSlice } from '../features/inbox/inbox-slice.ts';
import { exportsSlice } from '../features/results/exports-slice.ts';
import { unsavedSlice } from '../features/settings/unsaved-slice.ts';
import { firstTextsReducer } from '../features/text-drafts/found-drafts.ts';
import { textedBeforeSlice } from '../features/texting/keep-count.ts';
import { desksReducer } from '../features/texting/texting-slice.ts';
import { engineSlice } from './engine-slice.ts';
import { placeSlice } from './place-slice.ts';

export function createAppStore() {
  return configureStore({
    reducer: {
      [api.reducerPath]: api.reducer,
      drafts: draftsSlice.reducer,
      engine: engineSlice.reducer,
      exports: exportsSlice.reducer,
      find: findSlice.reducer,
      firstTexts: firstTextsReducer,
      import: importSlice.reducer,
      inbox: inboxSlice.reducer,
      place: placeSlice.reducer,
      responses: responsesSlice.reducer,
      session: sessionSlice.reducer,
      textedBefore: textedBeforeSlice.reducer,
      texting: desksReducer,
      unsaved: unsavedSlice.reducer,
    },
    middleware: (defaults) => defaults().concat(api.middleware),
  });
}

export type AppStore = ReturnType<typeof createAppStore>;
export type AppState = ReturnType<AppStore['getState']>;
export type AppDispatch = AppStore['dispatch'];

export const useAppSelector = useSelector.withTypes<AppState>();
export const useAppDispatch = useDispatch.withTypes<AppDispatch>();
/** For what is looked at after a wait. What is shown comes from a selector. */
export const useAppStore = useStore.withTypes<AppStore>();
