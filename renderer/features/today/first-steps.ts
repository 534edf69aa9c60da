import type { ActionsToday } from './today-api.ts';

export const stepNames = ['list', 'action', 'publish', 'text'] as const;
export type StepName = (typeof stepNames)[number];

/** How far a new campaign is on its way to its first text. */
export interface FirstSteps {
  readonly done: ReadonlySet<StepName>;
  /** What is to be done now; null once the first text has been decided. */
  readonly next: StepName | null;
}

/** Reads the steps off what there is, so that whoever takes them in another way or order is not held up. */
export function firstStepsOf(hasList: boolean, { listed, open }: ActionsToday): FirstSteps {
  const isThrough = listed.some(({ state }) => state === 'ended') || open.some(({ texted }) => texted > 0);
  const isPublished = isThrough || listed.some(({ state }) => state !== 'draft');
  const isMade = listed.length > 0;
  const all: Readonly<Record<StepName, boolean>> = {
    list: hasList || isMade,
    action: isMade,
    publish: isPublished,
    text: isThrough,
  };
  const done = new Set(stepNames.filter((name) => all[name]));
  return { done, next: all.text ? null : (stepNames.find((name) => !done.has(name)) ?? null) };
}
