import { useEffect, useRef } from 'react';
import { covering } from './registry.ts';

/** Tells when the last dialog, popover or menu over the page has gone, however it was closed. */
export function useUncovered(onUncovered: () => void): void {
  const latest = useRef(onUncovered);
  latest.current = onUncovered;
  useEffect(() => {
    const isCoveredNow = (): boolean => document.querySelector(covering) !== null;
    let isCovered = isCoveredNow();
    const observer = new MutationObserver(() => {
      const wasCovered = isCovered;
      isCovered = isCoveredNow();
      if (wasCovered && !isCovered) latest.current();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
}
