/** Fields in which a key without a modifier types, or belongs to the field. */
const typesText =
  'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, select, [contenteditable="true"]';

export function isTypedIn(element: Element | null): boolean {
  return element?.closest(typesText) != null;
}

/**
 * Says on the root of the page whether somebody types, so that keys that do nothing then are shown as what they are
 * (`key-hint.module.css`) without anything being drawn again.
 */
export function markTyping(): void {
  document.documentElement.toggleAttribute('data-typing', isTypedIn(document.activeElement));
}
