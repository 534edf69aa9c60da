import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '../../bridge/session-slice.ts';

/** A response script of a published action that somebody is writing. Texters see nothing of it until it is saved. */
export interface WrittenResponse {
  /** Null of one that is being added. */
  readonly scriptId: number | null;
  readonly name: string;
  readonly body: string;
}

/** By action. */
export type OpenResponses = Readonly<Record<string, WrittenResponse>>;

interface Responses {
  /** It outlives the screen, so that one can go and look something up, and the page (`keep-responses.ts`). */
  readonly open: OpenResponses;
}

const none: Responses = { open: {} };

export const responsesSlice = createSlice({
  name: 'responses',
  initialState: none,
  reducers: {
    responseWritten: (
      { open },
      { payload }: PayloadAction<{ readonly actionId: number; readonly response: WrittenResponse }>,
    ) => ({ open: { ...open, [payload.actionId]: payload.response } }),
    responseClosed: ({ open }, { payload }: PayloadAction<number>) => {
      const { [String(payload)]: _closed, ...others } = open;
      return { open: others };
    },
  },
  extraReducers: (builder) => builder.addCase(signedOut, () => none),
});

export const { responseWritten, responseClosed } = responsesSlice.actions;
