import type { Locator, Page } from '@playwright/test';
import { pace } from './sizes.ts';

/** What somebody at the window does: press keys, type, choose, and look for a moment at what has come. */
export interface Hands {
  press(keys: string): Promise<void>;
  /** A name or a few words, so that a person watching can read along. */
  type(words: string): Promise<void>;
  /** A text of some length. */
  write(text: string): Promise<void>;
  /** Goes to a screen by the key beside its name, and waits for its heading. */
  goTo(keys: string, heading: string): Promise<void>;
  /** Clicks something that has a name. */
  choose(what: Locator): Promise<void>;
  /** Stands still so that a person watching can follow. */
  look(): Promise<void>;
}

export function handsAt(page: Page): Hands {
  const look = (): Promise<void> => page.waitForTimeout(pace.stationMs);
  return {
    press: (keys) => page.keyboard.press(keys),
    type: (words) => page.keyboard.type(words, { delay: pace.shortKeyMs }),
    write: (text) => page.keyboard.type(text, { delay: pace.longKeyMs }),
    goTo: async (keys, heading) => {
      await page.keyboard.press(keys);
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
      await look();
    },
    choose: (what) => what.click(),
    look,
  };
}
