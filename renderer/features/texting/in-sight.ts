/** Two lines of a text, in CSS pixels: less of it says nothing. */
const leastTextPx = 50;
/** Edges fall between pixels. */
const nearlyPx = 2;

/**
 * Brings a card to where whom it is about, the text and what can be done are seen, as far as the window has room for them;
 * tells whether they were not.
 */
export function bringIntoSight(card: HTMLElement | null): boolean {
  if (card === null || isInSight(card)) return false;
  card.scrollIntoView({ block: 'start' });
  // In a window that has no room for all of it this is all there is to see.
  return true;
}

function isInSight(card: HTMLElement): boolean {
  const view = (card.closest('main') ?? document.documentElement).getBoundingClientRect();
  const boxOf = (selector: string): DOMRect => (card.querySelector(selector) ?? card).getBoundingClientRect();
  const [name, text, body, foot] = [boxOf('h2'), boxOf('[data-read]'), boxOf('[data-body]'), boxOf('footer')];
  const isTop = Math.abs(card.getBoundingClientRect().top - view.top) <= nearlyPx;
  const readPx = Math.min(body.bottom, foot.top, view.bottom) - Math.max(body.top, view.top);
  const isWhole =
    name.top >= view.top - nearlyPx &&
    foot.bottom <= view.bottom + nearlyPx &&
    readPx >= Math.min(leastTextPx, text.height) - nearlyPx;
  return isWhole || isTop;
}
