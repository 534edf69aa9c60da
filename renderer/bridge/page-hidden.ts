/**
 * Calls when the page goes or may go: it is closed, loaded again or put out of sight. Nobody waits for what is asked of
 * the engine then, so all of it is to be asked at once. Returns the way to end it.
 */
export function onPageHidden(act: () => void): () => void {
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') act();
  };
  window.addEventListener('pagehide', act);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('pagehide', act);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
