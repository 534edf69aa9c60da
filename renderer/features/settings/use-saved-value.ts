import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import type { Saved } from './saved.ts';

/** How long "Saved" stands beside a field, in milliseconds. */
const savedForMs = 4_000;

/** One field that is saved by itself. */
export interface SavedValue<Value> {
  /** What was typed or chosen and is not kept yet; null while the field shows what is kept. */
  readonly pending: Value | null;
  readonly shown: Value;
  readonly isSaved: boolean;
  /** Why the last change was refused. */
  readonly error: AppError | null;
  readonly change: (value: Value | null) => void;
  /** Has it kept, unless it is what is kept, or is being kept already. Gives whether it was not refused. */
  readonly keep: (value: Value, save: () => Promise<Saved>) => Promise<boolean>;
}

/** What a field shows over what is kept: a change stays in sight until what is kept has become the same. */
export function useSavedValue<Value extends string | number>(kept: Value): SavedValue<Value> {
  const [pending, setPending] = useState<Value | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  /** Enter asks, and so does leaving the field right after. */
  const asked = useRef<Value | null>(null);

  useEffect(() => {
    if (pending !== kept) return;
    asked.current = null;
    setPending(null);
  }, [pending, kept]);

  useEffect(() => {
    if (savedAt === null) return;
    const ending = setTimeout(() => setSavedAt(null), savedForMs);
    return () => clearTimeout(ending);
  }, [savedAt]);

  function change(value: Value | null): void {
    setPending(value);
    if (value === null) setError(null);
  }

  return {
    pending,
    shown: pending ?? kept,
    isSaved: savedAt !== null,
    error,
    change,
    keep: async (value, save) => {
      change(value);
      if (value === kept || value === asked.current) return true;
      asked.current = value;
      const { error: refusal } = await save();
      if (refusal !== undefined) asked.current = null;
      setError(refusal === undefined ? null : appErrorOf(refusal));
      setSavedAt(refusal === undefined ? Date.now() : null);
      return refusal === undefined;
    },
  };
}
