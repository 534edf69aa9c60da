import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beforeSignOutMs, registerBeforeSignOut, runBeforeSignOut } from '../../../renderer/bridge/before-sign-out.ts';

const ends: (() => void)[] = [];
const register = (act: () => Promise<void>): void => void ends.push(registerBeforeSignOut(act));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
});

it('waits for all that is registered', async () => {
  let isSaved = false;
  register(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    isSaved = true;
  });
  const over = runBeforeSignOut();
  await vi.advanceTimersByTimeAsync(100);
  expect(await over).toBe(true);
  expect(isSaved).toBe(true);
});

it('does not wait for ever, and says that not all of it was done', async () => {
  register(() => new Promise(() => {}));
  const over = runBeforeSignOut();
  await vi.advanceTimersByTimeAsync(beforeSignOutMs);
  expect(await over).toBe(false);
});

it('lets none that fails keep anybody here, nor the others from their end', async () => {
  const other = vi.fn(async () => {});
  register(() => Promise.reject(new Error('broken')));
  register(other);
  expect(await runBeforeSignOut()).toBe(false);
  expect(other).toHaveBeenCalledOnce();
});

it('forgets what was taken back', async () => {
  const act = vi.fn(async () => {});
  registerBeforeSignOut(act)();
  expect(await runBeforeSignOut()).toBe(true);
  expect(act).not.toHaveBeenCalled();
});
