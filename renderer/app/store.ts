import { configureStore } from '@reduxjs/toolkit';
import { useSelector } from 'react-redux';
import { api } from '../bridge/api.ts';
import { engineSlice } from './engine-slice.ts';

export function createAppStore() {
  return configureStore({
    reducer: { [api.reducerPath]: api.reducer, engine: engineSlice.reducer },
    middleware: (defaults) => defaults().concat(api.middleware),
  });
}

export type AppStore = ReturnType<typeof createAppStore>;
export type AppState = ReturnType<AppStore['getState']>;

export const useAppSelector = useSelector.withTypes<AppState>();
