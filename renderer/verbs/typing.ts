/** Fields in which a key without a modifier types, or belongs to the field. */
const typesText =
  'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, select, [contenteditable="true"]';

export function isTypedIn(element: Element | null): boolean {
  return element?.closest(typesText) != null;
}

/** What Enter is for while it has the focus. A choice takes none, but in a form, which it sends. */
const actsOnEnter =
  'button, a[href], summary, select, input:not([type="checkbox"], [type="radio"]), form input, textarea, [role="menuitem"], [role="option"], [role="tab"]';
/** Its press is what Enter does on its screen anyway, so that key stays shown where it is told of. */
const doesTheSame = '[data-enter="does-the-same"]';

export function takesEnter(element: Element | null): boolean {
  return element?.closest(actsOnEnter) != null;
}

/**
 * Says on the root of the page whether somebody types, and whether something else has the focus that takes Enter, so that
 * keys that do nothing then are shown as what they are (`key-hint.module.css`) without anything being drawn again.
 */
export function markFocus(): void {
  const { activeElement: focused, documentElement: root } = document;
  const isTyping = isTypedIn(focused);
  root.toggleAttribute('data-typing', isTyping);
  root.toggleAttribute('data-enter-taken', !isTyping && takesEnter(focused) && focused?.closest(doesTheSame) == null);
}
