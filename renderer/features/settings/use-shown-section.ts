import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from '../../app/place-slice.ts';
import { goToSection, sectionId } from './sections.ts';

/** By then every part is there, with what it shows. */
const settlesMs = 1_500;
const hands = ['pointerdown', 'wheel', 'keydown'] as const;

/**
 * Brings the part into sight that the place names, as soon as it is there, and holds it there while those above it still
 * get what they show, until somebody does something. Gives the reference for what holds all parts.
 */
export function useShownSection(
  place: Extract<Place, { screen: 'settings' }>,
  isThere: boolean,
): RefObject<HTMLDivElement | null> {
  const parts = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { section } = place;
    if (!isThere || section === undefined || parts.current === null) return;
    let hasFocus = false;
    const show = (): void => {
      const shown = document.getElementById(sectionId(section));
      if (shown === null) return;
      if (hasFocus) shown.scrollIntoView({ block: 'start' });
      else goToSection(section);
      hasFocus = true;
    };
    show();
    const growth = new ResizeObserver(show);
    growth.observe(parts.current);
    const end = (): void => {
      growth.disconnect();
      for (const timer of timers) clearTimeout(timer);
      for (const name of hands) window.removeEventListener(name, end);
    };
    // The press that led here is still on its way to the window.
    const listen = (): void => {
      for (const name of hands) window.addEventListener(name, end);
    };
    const timers = [setTimeout(listen), setTimeout(end, settlesMs)];
    return end;
  }, [place, isThere]);
  return parts;
}
