import type { createProgress } from '../ready/progress.mjs';

/** What the phase is at, for whoever watches. */
export type Report = (text: string) => void;

/** Runs one part of a story under its name. The work gives its value and a note for the line that tells of its end. */
export type Phase = <Value>(
  name: string,
  work: (report: Report) => Promise<readonly [Value, string]>,
) => Promise<Value>;

export function phasesOf(progress: ReturnType<typeof createProgress>): Phase {
  return async (name, work) => {
    const step = progress.begin(name);
    try {
      const [value, note] = await work(step.report);
      step.finish(note === '' ? { kind: 'done' } : { kind: 'done', note });
      return value;
    } catch (thrown) {
      step.fail('');
      throw thrown;
    }
  };
}
