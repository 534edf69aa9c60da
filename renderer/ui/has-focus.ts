/**
 * Whether the focus is inside, or nowhere: a late answer may move it from there, and from nowhere else. A button that
 * has just been disabled has lost it.
 */
export function hasFocus(element: Element | null): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || element?.contains(activeElement) === true;
}
