/** As long as the contract lets a suggested name be, with room for what is added to it. */
const longestBase = 80;

// Separators, what Windows refuses, and control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point.
const refused = /[\u0000-\u001f\u007f<>:"/\\|?*]+/g;

/**
 * A file name that says what is in the file: `Rent strike – contacts 2026-11-22.xlsx`. What no system takes in a name is
 * left out.
 * @param at epoch ms; the day is this computer's
 */
export function suggestedFileName(actionName: string, what: string, format: string, at: number): string {
  const clean = actionName.replace(refused, ' ').replace(/\s+/g, ' ').trim();
  // Cut without leaving half of a character that takes two places.
  const base = clean
    .slice(0, longestBase)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  const now = new Date(at);
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `${base === '' ? '' : `${base} – `}${what} ${day}.${format}`;
}
