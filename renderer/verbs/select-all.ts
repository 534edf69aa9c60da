/**
 * Selecting all is for fields: elsewhere it would take in the whole window, from the rail to the foot. The browser begins
 * such a selection at the body, whether a key or the menu asked for it; one by hand begins at the words under the hand.
 */
export function refuseSelectAll(event: Event): void {
  if (event.target === document.body) event.preventDefault();
}
