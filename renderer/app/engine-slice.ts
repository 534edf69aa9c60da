import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { EngineState, EventOf } from '../../preload/bridge.ts';
import type { AppError } from '../../shared/errors.ts';
import { signedOut } from '../bridge/session-slice.ts';

export interface EngineKnowledge {
  readonly now: EngineState;
  /** How many losses of the engine the person has been told of and has seen off; `null` until it was first ready. */
  readonly lossesSeen: number | null;
  /** Why the store takes no changes; `null` while it does. */
  readonly notWritable: AppError | null;
  /** Why the store could not be opened the last time; `null` once it was. Another try in the meantime does not clear it. */
  readonly refusal: AppError | null;
}

const initialState: EngineKnowledge = {
  now: { event: 'engine', state: 'starting' },
  lossesSeen: null,
  notWritable: null,
  refusal: null,
};

function seen(knowledge: EngineKnowledge): EngineKnowledge {
  return knowledge.now.state === 'ready' ? { ...knowledge, lossesSeen: knowledge.now.losses } : knowledge;
}

/** What the page knows of the engine itself. Main and the engine tell; no query could ask it. */
export const engineSlice = createSlice({
  name: 'engine',
  initialState,
  reducers: {
    engineTold: (knowledge, { payload: now }: PayloadAction<EngineState>): EngineKnowledge => {
      if (now.state === 'ready') {
        return { now, lossesSeen: knowledge.lossesSeen ?? now.losses, notWritable: null, refusal: null };
      }
      const error = 'error' in now ? now.error : null;
      return { ...knowledge, now, refusal: error ?? knowledge.refusal };
    },
    storeTold: (knowledge, { payload }: PayloadAction<EventOf<'store'>>): EngineKnowledge => ({
      ...knowledge,
      notWritable: payload.writable ? null : payload.reason,
    }),
    restartSeen: seen,
  },
  /** What was lost and found again under one person is no news for the next. */
  extraReducers: (on) => void on.addCase(signedOut, seen),
});

export const { engineTold, storeTold, restartSeen } = engineSlice.actions;
