import type { BaseQueryApi } from '@reduxjs/toolkit/query';
import type { Output } from '../../shared/contract/index.ts';
import { ask, askEngine } from './base-query.ts';
import { type Person, sameSession } from './session-slice.ts';

/**
 * Whose work it is that is left in the window. It may show another campaign next, where the same numbers mean other
 * people and lists: neither anybody else nor the same person elsewhere may have it.
 */
export interface Whose {
  readonly userId: number;
  /** Tells the campaign from every other one on this computer. */
  readonly campaign: string;
}

export function whoseOf({ userId }: Person, { mode, foundedAt }: { mode: string; foundedAt: number }): Whose {
  return { userId, campaign: `${mode} ${foundedAt}` };
}

/** How long the engine is left alone when it could not say. */
const retryMs = 2_000;

/** Asks until the engine has said it. Null when the session is over before, or there is no campaign. */
export async function findWhose(
  store: Pick<BaseQueryApi, 'getState' | 'dispatch'>,
  person: Person,
): Promise<Whose | null> {
  const isSameSession = sameSession(store.getState);
  for (;;) {
    const { data, error } = await askEngine(ask('campaign/read', {}), store);
    if (!isSameSession()) return null;
    if (error === undefined) {
      const { campaign } = data as Output<'campaign/read'>;
      return campaign && whoseOf(person, campaign);
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    if (!isSameSession()) return null;
  }
}
