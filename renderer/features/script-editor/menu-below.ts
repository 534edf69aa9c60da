import type { PopoverProps } from '@mantine/core';

const highestPx = 320;
const leastPx = 120;

/** For a menu that opens below its button, as high as there is room: above the button stands the text that it writes in. */
export const belowItsButton: NonNullable<PopoverProps['middlewares']> = {
  flip: false,
  shift: true,
  size: {
    padding: 8,
    apply: ({ availableHeight, elements }) => {
      elements.floating.style.maxHeight = `${Math.min(highestPx, Math.max(leastPx, availableHeight))}px`;
    },
  },
};

/** Scrolls so far that there is room for the menu; `variables-menu.module.css` says how much, in `scroll-margin`. */
export function makeRoomBelow(button: HTMLElement | null): void {
  // Pages in tests have no lay-out.
  button?.scrollIntoView?.({ block: 'nearest' });
}
