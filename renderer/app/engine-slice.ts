import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { EngineState, EventOf } from '../../preload/bridge.ts';
import type { AppError } from '../../shared/errors.ts';

interface EngineKnowledge {
  readonly now: EngineState;
  /** How many losses of the engine the person has been told of and has seen off; `null` until it was first ready. */
  readonly lossesSeen: number | null;
  /** Why the store takes no changes; `null` while it does. */
  readonly notWritable: AppError | null;
}

const initialState: EngineKnowledge = {
  now: { event: 'engine', state: 'starting' },
  lossesSeen: null,
  notWritable: null,
};

/** What the page knows of the engine itself. Main and the engine tell; no query could ask it. */
export const engineSlice = createSlice({
  name: 'engine',
  initialState,
  reducers: {
    engineTold: (knowledge, { payload }: PayloadAction<EngineState>): EngineKnowledge =>
      payload.state === 'ready'
        ? { now: payload, lossesSeen: knowledge.lossesSeen ?? payload.losses, notWritable: null }
        : { ...knowledge, now: payload },
    storeTold: (knowledge, { payload }: PayloadAction<EventOf<'store'>>): EngineKnowledge => ({
      ...knowledge,
      notWritable: payload.writable ? null : payload.reason,
    }),
    restartSeen: (knowledge): EngineKnowledge =>
      knowledge.now.state === 'ready' ? { ...knowledge, lossesSeen: knowledge.now.losses } : knowledge,
  },
});

export const { engineTold, storeTold, restartSeen } = engineSlice.actions;
