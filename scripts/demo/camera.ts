import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Desktop } from '../../tests/support/desktop.ts';
import { projectRoot } from '../ready/places.mjs';

/** The looks in which screens are photographed, each a folder of its own. */
export type Look = 'light' | 'dark' | 'spanish' | 'large';

/** What a window of each look measures, in pixels of its content. */
const contentSizes: Readonly<Record<Look, readonly [number, number]>> = {
  light: [1_280, 800],
  dark: [1_280, 800],
  spanish: [1_280, 800],
  large: [1_920, 1_080],
};

export interface Camera {
  /** Photographs what the window shows; pictures are numbered in the order in which they are taken. */
  photograph(name: string): Promise<void>;
  /** Gives the window the size of that look; the pictures that follow are of it. */
  turnTo(look: Look): Promise<void>;
  /** Paths of all pictures, from the project's root. */
  readonly pictures: readonly string[];
}

export function cameraOf({ application, page }: Desktop, outFolder: string): Camera {
  const pictures: string[] = [];
  let look: Look = 'light';
  let count = 0;
  return {
    pictures,
    photograph: async (name) => {
      count += 1;
      const path = join(outFolder, look, `${String(count).padStart(2, '0')}-${name}.png`);
      // What has just changed is drawn, and what comes late has come.
      await page.waitForTimeout(150);
      await page.screenshot({ path });
      pictures.push(relative(projectRoot, path));
    },
    turnTo: async (wanted) => {
      look = wanted;
      mkdirSync(join(outFolder, look), { recursive: true });
      const [width, height] = contentSizes[look];
      await application.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
        { width, height },
      );
    },
  };
}
