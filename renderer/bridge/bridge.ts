import type { Bridge } from '../../preload/bridge.ts';

/** The way out of the page, as the preload offers it. */
export const bridge: Bridge = window.fieldline;
