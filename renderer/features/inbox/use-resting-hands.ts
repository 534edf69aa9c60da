import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useAppSelector } from '../../app/store.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { isMeantForLast } from './composer-keys.ts';

/** For the pane of the conversation. */
interface Resting {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly tabIndex: -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * When one conversation was done with and the next has no field, or there is none, the pane takes the focus. What the hands
 * still type then would act as keys, so letters do nothing there until the hands have rested.
 */
export function useRestingHands(): Resting {
  const pane = useRef<HTMLDivElement>(null);
  const typedAt = useRef<number | null>(null);
  const told = useAppSelector(({ inbox }) => inbox.told);
  const openKey = useAppSelector(({ inbox }) => (inbox.open === null ? null : keyOf(inbox.open)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: each conversation that comes up by itself may have no field.
  useEffect(() => {
    if (told === null) return;
    typedAt.current = performance.now();
    if (document.activeElement === document.body) pane.current?.focus({ preventScroll: true });
  }, [told, openKey]);

  return {
    ref: pane,
    tabIndex: -1,
    onKeyDown: (event) => {
      const { key, ctrlKey, metaKey, altKey, target, currentTarget } = event;
      if (target !== currentTarget || key.length > 1 || ctrlKey || metaKey || altKey) return;
      const at = performance.now();
      if (!isMeantForLast(typedAt.current, at)) return;
      typedAt.current = at;
      event.preventDefault();
    },
  };
}
