import { useEffect, useState } from 'react';
import { useAppDispatch, useAppStore } from '../../app/store.ts';
import { sameSession } from '../../bridge/session-slice.ts';
import { foundUnsaved, leftUnsaved } from './unsaved-slice.ts';

interface UnsavedField {
  /** What was left in it; null when nothing was. */
  readonly found: string | null;
  /** For whoever leaves the screen: it is there again when they come back, and for nobody else. */
  readonly leave: (written: string) => void;
}

/** What a field could not keep, from one coming to the screen to the next. A field without a name keeps nothing. */
export function useUnsaved(name: string | undefined): UnsavedField {
  const dispatch = useAppDispatch();
  const { getState } = useAppStore();
  const [found] = useState(() => (name === undefined ? null : (getState().unsaved[name] ?? null)));
  const [isSameSession] = useState(() => sameSession(getState));
  useEffect(() => {
    if (name !== undefined && found !== null) dispatch(foundUnsaved(name));
  }, [dispatch, name, found]);
  return {
    found,
    leave: (written) => {
      if (name !== undefined && isSameSession()) dispatch(leftUnsaved({ name, written }));
    },
  };
}
