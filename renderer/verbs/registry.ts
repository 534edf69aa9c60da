import { allKeysOf, isPlain, isPressed, type ModifierInFields } from './keys.ts';
import { isTypedIn, takesEnter } from './typing.ts';

/** Such as a browser tells of it. */
export interface Click {
  /** How many in a row a pointer has made; 0 where a key has pressed the button. */
  readonly detail: number;
}

/** Something a person can do here: one object for its key, its button and its line in the palette. */
export interface Verb {
  readonly id: string;
  readonly label: string;
  /** Is told of the click, where one on its button has done it. */
  readonly run: (click?: Click) => void;
  /** Such as `mod+k`; a verb without keys is reached by its button and by the palette. */
  readonly keys?: string | undefined;
  /** With this held down, the keys do it where somebody types, too. For plain keys of what is wanted in the middle of writing. */
  readonly inFieldsWith?: ModifierInFields | undefined;
  readonly isDisabled?: boolean | undefined;
  /** A held key goes on: for moving a cursor. Never for an act. */
  readonly mayRepeat?: boolean | undefined;
  /** It belongs to a dialog, and is there while the dialog is. */
  readonly inDialog?: boolean | undefined;
  /** It makes no sense in the palette, such as moving to the next line. */
  readonly isHidden?: boolean | undefined;
  /** It is there on every screen: where keys are listed, it comes after those of the screen. */
  readonly isOfFrame?: boolean | undefined;
  /** Words that also find it in the palette. */
  readonly alsoCalled?: string | undefined;
}

/** What can be done now, in the order of its coming. The latest one of two with the same key has it. */
export interface VerbRegistry {
  /** Some that come and go together, as they are whenever somebody asks. */
  add(verbs: () => readonly Verb[]): () => void;
  list(): readonly Verb[];
  /**
   * Is told of every press before anything on the page acts on it: a dialog may be closed by the time it is judged. The
   * repeats of a key that has done a verb end here, also in a field that the verb has opened.
   */
  notice(event: KeyboardEvent): void;
  press(event: KeyboardEvent): void;
  /** Does a verb by its name, as the menu does; nothing while it cannot be done, or stands behind an open dialog. */
  run(id: string): void;
}

/** A menu that the focus is in. One that is just closing stands in the page a moment longer, and has no keys any more. */
const inMenu = '[role="menu"], [aria-haspopup="menu"][aria-expanded="true"]';
/** What stands over the page and has the keys. */
export const covering = '[role="dialog"], [role="menu"]';
const hasDialog = (): boolean => document.querySelector('[role="dialog"]') !== null;

/**
 * Who presses Enter again and again means what it did the last time. When the screen has changed under the hand, the next
 * Enter does the new thing only after this pause, in milliseconds.
 */
export const enterRestsMs = 400;

interface LastEnter {
  readonly verbId: string | null;
  readonly at: number;
}

const noEnter: LastEnter = { verbId: null, at: -enterRestsMs };
const modifiers: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']);

export function createVerbRegistry(): VerbRegistry {
  const offers = new Set<() => readonly Verb[]>();
  const list = (): readonly Verb[] => [...offers].flatMap((offered) => offered());
  /** What the press was meant for. */
  let isForDialog = false;
  /** The key that has done a verb, until it is pressed anew. */
  let takenKey: string | null = null;
  let lastEnter: LastEnter = noEnter;

  return {
    add: (offered) => {
      offers.add(offered);
      return () => void offers.delete(offered);
    },
    list,
    run: (id) =>
      list()
        .findLast((verb) => verb.id === id && !verb.isDisabled && (verb.inDialog ?? false) === hasDialog())
        ?.run(),
    notice: (event) => {
      const key = event.code || event.key;
      if (key === takenKey) {
        if (event.repeat) {
          event.preventDefault();
          event.stopImmediatePropagation();
          return;
        }
        takenKey = null;
      }
      const isInMenu = document.activeElement?.closest(inMenu) != null;
      isForDialog = isInMenu || hasDialog();
    },
    press: (event) => {
      const target = event.target instanceof Element ? event.target : document.body;
      // A button that is held down by Enter would be clicked again and again.
      if (event.repeat && (event.key === 'Enter' || event.key === ' ') && target.closest('button, [role="button"]')) {
        event.preventDefault();
      }
      const before = lastEnter;
      if (event.key === 'Enter') lastEnter = { verbId: lastEnter.verbId, at: event.timeStamp };
      // A hand that has done something else in between is not one that presses Enter again and again.
      else if (!modifiers.has(event.key)) lastEnter = noEnter;
      if (event.defaultPrevented || event.isComposing) return;
      const keysOf = (verb: Verb): string | undefined => allKeysOf(verb).find((keys) => isPressed(keys, event));
      const pressed = list().findLast(
        (verb) => !verb.isDisabled && (verb.inDialog ?? false) === isForDialog && keysOf(verb) !== undefined,
      );
      const keys = pressed && keysOf(pressed);
      if (pressed === undefined || keys === undefined) return;
      if (isPlain(keys) && isTypedIn(target)) return;
      if (keys === 'Enter' && takesEnter(target)) return;
      event.preventDefault();
      if (event.repeat && !pressed.mayRepeat) return;
      // With a modifier, too: what asks before it acts for good has the key that led to it.
      if (event.key === 'Enter') {
        if (pressed.id !== before.verbId && event.timeStamp - before.at < enterRestsMs) return;
        lastEnter = { verbId: pressed.id, at: event.timeStamp };
      }
      if (!pressed.mayRepeat) takenKey = event.code || event.key;
      pressed.run();
    },
  };
}
