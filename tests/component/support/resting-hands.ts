import { screen } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { glanceMs } from '../../../renderer/features/texting/sight.ts';
import { enterRestsMs } from '../../../renderer/verbs/registry.ts';

/**
 * For tests of the desk, where a text is sent only once it has been in sight for a moment: gives what finds the contact
 * on the card and lets that moment pass, without waiting for it. Without a name it is whoever stands there.
 */
export function restingHands(): (name?: string) => Promise<HTMLElement | null> {
  let restedMs = 0;
  beforeEach(() => {
    restedMs = 0;
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + restedMs);
  });
  afterEach(() => void vi.restoreAllMocks());
  return async (name) => {
    const heading = name === undefined ? null : await screen.findByRole('heading', { level: 2, name });
    // The text is painted.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    restedMs += Math.max(enterRestsMs, glanceMs.click);
    return heading;
  };
}
