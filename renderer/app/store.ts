import { configureStore } from '@reduxjs/toolkit';
import { useDispatch, useSelector } from 'react-redux';
import { api } from '../bridge/api.ts';
import { sessionSlice } from '../bridge/session-slice.ts';
import { engineSlice } from './engine-slice.ts';
import { placeSlice } from './place-slice.ts';

export function createAppStore() {
  return configureStore({
    reducer: {
      [api.reducerPath]: api.reducer,
      engine: engineSlice.reducer,
      place: placeSlice.reducer,
      session: sessionSlice.reducer,
    },
    middleware: (defaults) => defaults().concat(api.middleware),
  });
}

export type AppStore = ReturnType<typeof createAppStore>;
export type AppState = ReturnType<AppStore['getState']>;
export type AppDispatch = AppStore['dispatch'];

export const useAppSelector = useSelector.withTypes<AppState>();
export const useAppDispatch = useDispatch.withTypes<AppDispatch>();
