/**
 * Puts text in place of what is selected, or of what stands from `start` to `end`, as if it had been typed: the field's
 * own undo takes it back. The field has the focus afterwards, with the cursor behind what was put in.
 */
export function insertText(field: HTMLTextAreaElement, text: string, place?: { start: number; end: number }): void {
  field.focus();
  if (place !== undefined) field.setSelectionRange(place.start, place.end);
  // The only way that the field's undo knows of. It is marked as deprecated, and nothing is to replace it.
  if (typeof document.execCommand === 'function' && document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
