import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { Output } from '../../shared/contract/index.ts';

export type Person = Output<'people/sign-in'>['person'];

/** Who is at this window. The token names them on every call; it is kept nowhere else and dies with the page. */
export interface Session {
  readonly token: string;
  readonly person: Person;
}

interface Sessions {
  readonly session: Session | null;
  /** Whoever was here has left: nobody is signed in again without being asked. */
  readonly wasLeft: boolean;
}

const nobody: Sessions = { session: null, wasLeft: false };

export const sessionSlice = createSlice({
  name: 'session',
  initialState: nobody,
  reducers: {
    signedIn: (_before, { payload }: PayloadAction<Session>): Sessions => ({ session: payload, wasLeft: false }),
    signedOut: (): Sessions => ({ session: null, wasLeft: true }),
  },
});

export const { signedIn, signedOut } = sessionSlice.actions;

/**
 * Tells later whether the session of this moment goes on. Ask it after each `await` before the page keeps or shows what
 * came of it, or asks for more: nobody is to have what somebody else asked for, and nothing is asked in another's name.
 */
export function sameSession(getState: () => unknown): () => boolean {
  const token = tokenIn(getState());
  return () => token !== undefined && token === tokenIn(getState());
}

/** Who is signed in, from the whole state of the page. */
export function sessionIn(state: unknown): Session | null {
  return (state as { readonly session: Sessions }).session.session;
}

/** The token of whoever is signed in, from the whole state of the page. */
export function tokenIn(state: unknown): string | undefined {
  return sessionIn(state)?.token;
}
