import { type Draft, isBlank } from './draft.ts';

/** What a draft has to have before the store takes it, or before it is published. The first thing comes first. */
export type Lack = 'name' | 'list' | 'text';

export function lacksForSaving({ name, listId }: Draft): readonly Lack[] {
  return [...(name.trim() === '' ? (['name'] as const) : []), ...(listId === null ? (['list'] as const) : [])];
}

export function lacksForPublishing(draft: Draft): readonly Lack[] {
  return [...lacksForSaving(draft), ...(draft.initial.every(isBlank) ? (['text'] as const) : [])];
}
