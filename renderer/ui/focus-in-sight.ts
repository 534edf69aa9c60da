/**
 * Puts the cursor into a field and brings all of it into sight, where it is not: a focus alone is content with a part of
 * the field, or with one that is covered by what sticks to the edge of the screen. Only the screen is scrolled, and never
 * the frame around it.
 */
export function focusInSight(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
  const screen = field?.closest('main');
  if (field == null || screen == null || isInSight(field)) return;
  const { top, height } = field.getBoundingClientRect();
  screen.scrollTop += top - screen.getBoundingClientRect().top - (screen.clientHeight - height) / 2;
}

/** Whether its upper and its lower edge are seen. */
function isInSight(field: HTMLElement): boolean {
  const { left, width, top, bottom } = field.getBoundingClientRect();
  // Pages in tests have no lay-out.
  return [top + 2, bottom - 2].every((y) => field.contains(document.elementFromPoint?.(left + width / 2, y) ?? null));
}
