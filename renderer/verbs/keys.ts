/**
 * Keys as verbs name them: `Enter`, `j`, `mod+k`, `alt+ArrowLeft`. `mod` is Command on a Mac and Control elsewhere. A
 * key is named by what it types, so it is in its place on every keyboard.
 */

export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard, such as `Digit1`. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What turns a key that types into one that acts where somebody types. */
export type ModifierInFields = 'mod' | 'alt';

export const isMac = /mac/i.test(navigator.platform);

/** Whether a press is the one that was named. Shift counts with a modifier or a key that types nothing. */
export function isPressed(keys: string, press: KeyPress, onMac = isMac): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const wants = new Set(parts);
  const mod = onMac ? press.metaKey : press.ctrlKey;
  const other = onMac ? press.ctrlKey : press.metaKey;
  if (mod !== wants.has('mod') || other || press.altKey !== wants.has('alt')) return false;
  // On one keyboard or another any sign needs Shift, and is the same sign.
  const isSign = /^[^a-z0-9]$/i.test(key);
  if ((parts.length > 0 || key.length > 1) && !isSign && press.shiftKey !== wants.has('shift')) return false;
  return keyOf(press).toLowerCase() === key.toLowerCase();
}

/** With Alt a digit types something else on many keyboards, so its place tells. */
function keyOf({ key, code, altKey }: KeyPress): string {
  return (altKey ? /^Digit(\d)$/.exec(code ?? '')?.[1] : undefined) ?? key;
}

interface Keyed {
  readonly keys?: string | undefined;
  readonly inFieldsWith?: ModifierInFields | undefined;
}

/** All that do it: the keys themselves, and those with the modifier that a field needs. */
export function allKeysOf({ keys, inFieldsWith }: Keyed): readonly string[] {
  if (keys === undefined) return [];
  return inFieldsWith === undefined ? [keys] : [keys, `${inFieldsWith}+${keys}`];
}

/** Whether the press, alone, would type something or belongs to a field. */
export function isPlain(keys: string): boolean {
  return !/^(mod|alt)\+/.test(keys) && !/^(Escape|F\d+)$/.test(keys);
}

/** The same in every language. */
const symbols: Readonly<Record<string, string>> = {
  shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The caps to show for it, such as `Ctrl` and `K`. */
export function capsOf(keys: string, onMac = isMac): readonly string[] {
  const modifiers: Readonly<Record<string, string>> = onMac ? { mod: '⌘', alt: '⌥' } : { mod: 'Ctrl', alt: 'Alt' };
  return keys
    .split('+')
    .map((part) => modifiers[part] ?? symbols[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** The same for `aria-keyshortcuts`, and with the modifier that a field needs. */
export function ariaKeys(keys: string, inFieldsWith?: ModifierInFields, onMac = isMac): string {
  return allKeysOf({ keys, inFieldsWith })
    .map((each) =>
      each
        .replace('mod', onMac ? 'Meta' : 'Control')
        .replace('alt', 'Alt')
        .replace('shift', 'Shift'),
    )
    .join(' ');
}
