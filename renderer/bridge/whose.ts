import type { BaseQueryApi } from '@reduxjs/toolkit/query';
import { anew } from './anew.ts';
import { readCampaign } from './rooms/campaign.ts';
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

/** Whether what was left is of this person in this campaign. */
export function isOf(left: Whose, { userId, campaign }: Whose): boolean {
  return left.userId === userId && left.campaign === campaign;
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
    const { data, error } = await store.dispatch(readCampaign.initiate(undefined, anew));
    if (!isSameSession()) return null;
    if (data !== undefined && error === undefined) return data.campaign && whoseOf(person, data.campaign);
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    if (!isSameSession()) return null;
  }
}
