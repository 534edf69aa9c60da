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
}

const nobody: Sessions = { session: null };

export const sessionSlice = createSlice({
  name: 'session',
  initialState: nobody,
  reducers: {
    signedIn: (_before, { payload }: PayloadAction<Session>): Sessions => ({ session: payload }),
    signedOut: (): Sessions => nobody,
  },
});

export const { signedIn, signedOut } = sessionSlice.actions;

/** The token of whoever is signed in, from the whole state of the page. */
export function tokenIn(state: unknown): string | undefined {
  return (state as { readonly session: Sessions }).session.session?.token;
}
