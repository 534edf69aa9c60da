import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useIntents } from '../../bridge/use-intent.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import type { Saved } from './saved.ts';
import { useUnsaved } from './use-unsaved.ts';

/** How long "Saved" stands beside a field, in milliseconds. */
const savedForMs = 4_000;

interface SavedValueOptions {
  /** The value as it is kept. */
  readonly kept: string;
  readonly save: (value: string, intentId: string) => Promise<Saved>;
  /** For a field that one types in: what of it is to be kept; null while it cannot be. */
  readonly wanted?: (typed: string) => string | null;
  /** For the same: its name among the fields of the screen. What could not be kept is in it again at the next coming. */
  readonly unsavedAs?: string;
}

/** One field that is saved by itself. */
export interface SavedValue {
  /** What was typed or chosen and is not kept yet; null while the field shows what is kept. */
  readonly pending: string | null;
  readonly shown: string;
  readonly isSaved: boolean;
  /** Why the last change was refused. */
  readonly error: AppError | null;
  readonly change: (value: string | null) => void;
  /** Has it kept, unless it is what is kept, or is being kept already. */
  readonly keep: (value: string) => Promise<void>;
  /** Has kept what was typed, if it can be. Leaving the screen does the same, since it takes no focus from a field. */
  readonly keepTyped: () => void;
}

/** What a field shows over what is kept: a change stays in sight until what is kept has become the same. */
export function useSavedValue({ kept, save, wanted, unsavedAs }: SavedValueOptions): SavedValue {
  const unsaved = useUnsaved(unsavedAs);
  const isHere = useIsHere();
  const [pending, setPending] = useState<string | null>(unsaved.found);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  /** Enter asks, and so does leaving the field right after. */
  const asked = useRef<string | null>(null);
  const turn = useRef(0);
  const intents = useIntents();

  useEffect(() => {
    const isAskedOtherwise = asked.current !== null && asked.current !== pending;
    if (pending !== kept || isAskedOtherwise) return;
    asked.current = null;
    setPending(null);
  }, [pending, kept]);

  useEffect(() => {
    if (savedAt === null) return;
    const ending = setTimeout(() => setSavedAt(null), savedForMs);
    return () => clearTimeout(ending);
  }, [savedAt]);

  function change(value: string | null): void {
    setPending(value);
    if (value === null) setError(null);
  }

  async function keep(value: string): Promise<void> {
    change(value);
    if (value === (asked.current ?? kept)) return;
    asked.current = value;
    turn.current += 1;
    const mine = turn.current;
    const { error: refusal } = await save(value, intents.ofSetting('value', value));
    // Something else was asked for meanwhile, and its answer is the one to tell of.
    if (mine !== turn.current) return;
    if (refusal === undefined) intents.done('value', value);
    else asked.current = null;
    if (refusal !== undefined && !isHere()) unsaved.leave(value);
    setError(refusal === undefined ? null : appErrorOf(refusal));
    setSavedAt(refusal === undefined ? Date.now() : null);
  }

  function keepTyped(): void {
    const value = pending === null ? null : (wanted?.(pending) ?? null);
    if (value !== null) void keep(value);
  }

  const leave = useRef(keepTyped);
  leave.current = () => {
    if (pending !== null && (wanted?.(pending) ?? null) === null) unsaved.leave(pending);
    else keepTyped();
  };
  useEffect(() => () => leave.current(), []);

  return { pending, shown: pending ?? kept, isSaved: savedAt !== null, error, change, keep, keepTyped };
}
