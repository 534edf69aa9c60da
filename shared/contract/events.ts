import type { AppError } from '../errors.ts';

export const jobStates = ['running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/**
 * News from the engine. It says what changed, never the data: a lost event costs a refetch, not a wrong screen.
 */
export type EngineEvent =
  | { readonly event: 'changed'; readonly room: Room; readonly ids?: readonly number[] }
  | {
      readonly event: 'job';
      readonly jobId: number;
      readonly state: JobState;
      readonly done: number;
      /** `null` while the size of the work is not known. */
      readonly total: number | null;
    }
  /** The store stopped or resumed taking changes, for the reason given. */
  | { readonly event: 'store'; readonly writable: boolean; readonly reason: AppError | null };

/** Rooms that can announce a change. */
export const rooms = [
  'campaign',
  'people',
  'store',
  'jobs',
  'carrier',
  'contacts',
  'scripts',
  'numbers',
  'actions',
  'assignments',
  'outbox',
  'delivery',
  'replies',
  'conversations',
] as const;
export type Room = (typeof rooms)[number];

/** What the engine tells at its door about itself, before or besides any call. */
export type DoorEvent =
  | { readonly event: 'ready'; readonly mode: 'practice' | 'live' }
  /** The engine could not start and leaves. The sentence is the error's, in English. */
  | { readonly event: 'failed'; readonly error: AppError; readonly sentence: string };
