import { useEffect, useState } from 'react';

/**
 * For a dialog that is in the page only while it is open: the focus goes back to where it was when the dialog came. It
 * stays where it is when something else has taken it meanwhile, or when what had it is gone.
 */
export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The dialog lets go of the focus first.
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
