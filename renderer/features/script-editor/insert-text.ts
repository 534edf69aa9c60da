/** `##`, and what may follow it up to the closing braces: all that is the beginning of a variable and nothing else. */
const beginning = /(?:##|##\{|(?:##)?\{\{[^\S\n]*[\p{L}\p{N}_.-]*)$/u;

/**
 * Puts a variable, as it is written, at the cursor. Its beginning may have been typed already, and its end may stand
 * there, when one types `##{{` and then looks for the name: both become part of it.
 */
export function insertVariable(field: HTMLTextAreaElement, written: string): void {
  const { value, selectionStart, selectionEnd } = field;
  const begun = beginning.exec(value.slice(0, selectionStart))?.[0] ?? '';
  const ended = begun.includes('{') ? (/^[^\S\n]*\}\}?/u.exec(value.slice(selectionEnd))?.[0] ?? '') : '';
  insertText(field, written, { start: selectionStart - begun.length, end: selectionEnd + ended.length });
}

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
