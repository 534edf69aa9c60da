import { useSyncExternalStore } from 'react';

/** Whether somebody may be looking at the page: it is in sight, and its window has the focus. */
export function useIsAttended(): boolean {
  return useSyncExternalStore(follow, isAttended);
}

function isAttended(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

function follow(onChange: () => void): () => void {
  window.addEventListener('focus', onChange);
  window.addEventListener('blur', onChange);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    window.removeEventListener('focus', onChange);
    window.removeEventListener('blur', onChange);
    document.removeEventListener('visibilitychange', onChange);
  };
}
