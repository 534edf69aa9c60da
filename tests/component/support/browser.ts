/**
 * What jsdom lacks of a browser and the page's libraries ask for. Runs before every file of component tests, and so
 * before the page's own modules, which take the bridge from the window as soon as they are loaded.
 */
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { createFakeBridge, type FakeBridge } from './fake-bridge.ts';

declare global {
  interface Window {
    fakeBridge: FakeBridge;
  }
  var jsdom: { readonly window: Window };
}

// Node has globals of these names, which are not the page's.
for (const name of ['localStorage', 'sessionStorage'] as const) {
  Object.defineProperty(globalThis, name, { configurable: true, value: globalThis.jsdom.window[name] });
}

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.fakeBridge = createFakeBridge();
Object.defineProperty(window, 'fieldline', {
  value: new Proxy({}, { get: (_target, name) => Reflect.get(window.fakeBridge, name) }),
});
Object.assign(window, {
  ResizeObserver: NoObserver,
  IntersectionObserver: NoObserver,
  // Nobody is ever idle here: whatever waits for that is no part of a test.
  requestIdleCallback: () => 0,
  cancelIdleCallback: () => undefined,
  matchMedia: (media: string) => ({
    matches: false,
    media,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});
Element.prototype.scrollIntoView = () => undefined;
// Rows that are drawn only where they can be seen need a place to be seen in.
for (const height of ['offsetHeight', 'clientHeight']) {
  Object.defineProperty(HTMLElement.prototype, height, { get: () => 600 });
}
for (const width of ['offsetWidth', 'clientWidth']) {
  Object.defineProperty(HTMLElement.prototype, width, { get: () => 900 });
}

beforeEach(() => {
  window.fakeBridge = createFakeBridge();
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);
