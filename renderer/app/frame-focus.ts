import { useEffect, useLayoutEffect } from 'react';
import { covering } from '../verbs/registry.ts';
import type { Place } from './place-slice.ts';

/**
 * What a mouse presses in the frame leaves the focus where the work is. Else the next Enter would press the same button
 * again, without any ring to tell, while the screen says that Enter sends.
 */
function leaveFocusInWork(event: MouseEvent): void {
  const pressed = event.target instanceof Element ? event.target.closest('button') : null;
  if (pressed !== null && pressed.closest(`main, ${covering}`) === null) event.preventDefault();
}

export function useFocusInWork(): void {
  useEffect(() => {
    window.addEventListener('mousedown', leaveFocusInWork);
    return () => window.removeEventListener('mousedown', leaveFocusInWork);
  }, []);
}

/**
 * Whoever goes somewhere by a key while the focus is in the frame is there with the focus, too: a screen that comes finds
 * the focus lost and takes it (`screen-title.tsx`), and one that is there already is given it.
 */
export function useFocusAlong(place: Place): void {
  // Before the effects of what the place shows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each going is one.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isInFrame = activeElement !== null && activeElement.closest(`main, ${covering}`) === null;
    if (isInFrame && activeElement instanceof HTMLElement) activeElement.blur();
  }, [place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus();
  }, [place]);
}
