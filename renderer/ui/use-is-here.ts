import { useEffect, useRef } from 'react';

/**
 * Tells whether the component is still on the screen, for an answer that comes late: who has gone elsewhere meanwhile is
 * neither taken back nor shown anything. Ask it after each `await` that moves the screen or the focus.
 */
export function useIsHere(): () => boolean {
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return () => isHere.current;
}
