import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyOf } from '../../../renderer/bridge/conversation-key.ts';
import {
  createDraftKeeper,
  type DraftKeeper,
  restMs,
  type Saving,
} from '../../../renderer/features/text-drafts/draft-keeper.ts';
import type { UnsentWords } from '../../../renderer/features/text-drafts/unsent-words.ts';

const to = (contactId: number, text: string, scriptId: number | null = null): UnsentWords => ({
  actionId: 1,
  contactId,
  isFirst: false,
  text,
  scriptId,
  replaced: null,
  writtenAt: 0,
});

let saved: string[];
let answers: Saving[];
let keeper: DraftKeeper;

const noteOf = (words: readonly UnsentWords[], leaving: readonly string[] = []): void =>
  keeper.note(new Map(words.map((one) => [keyOf(one), one])), new Set(leaving));
const rest = (ms = restMs): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  answers = [];
  keeper = createDraftKeeper(async ({ contactId, text }) => {
    saved.push(`${contactId} ${text}`);
    return answers.shift() ?? 'kept';
  });
});
afterEach(() => void vi.useRealTimers());

describe('what is written', () => {
  it('is saved when the keys have rested, as it stands then', async () => {
    for (const text of ['H', 'Ha', 'Hal']) {
      noteOf([to(7, text)]);
      await rest(restMs - 1);
    }
    expect(saved).toEqual([]);
    await rest(1);
    expect(saved).toEqual(['7 Hal']);
    noteOf([to(7, 'Hal')]);
    await rest();
    expect(saved).toEqual(['7 Hal']);
  });

  it('is saved now and then of somebody who never rests', async () => {
    for (let at = 0; at < 3_400; at += 100) {
      noteOf([to(7, 'a'.repeat(at))]);
      await rest(100);
    }
    expect(saved).toHaveLength(1);
  });

  it('is saved at once when that is asked for', async () => {
    noteOf([to(7, 'Half'), to(8, 'Other')]);
    await keeper.saveNow();
    expect(saved).toEqual(['7 Half', '8 Other']);
  });

  it('is saved as nothing when it is gone', async () => {
    keeper.noteKept([to(7, 'Half')]);
    noteOf([to(7, 'Half')]);
    noteOf([]);
    await rest();
    expect(saved).toEqual(['7 ']);
    await rest();
    expect(saved).toHaveLength(1);
  });

  it('is not saved a second time when the engine had it already', async () => {
    keeper.noteKept([to(7, 'Half')]);
    noteOf([to(7, 'Half')]);
    await rest();
    expect(saved).toEqual([]);
  });
});

describe('an engine that is away', () => {
  it('is asked again until it has the words, with those of then', async () => {
    answers = ['unanswered', 'unanswered'];
    noteOf([to(7, 'Half')]);
    await rest();
    await rest(2_000);
    expect(saved).toEqual(['7 Half', '7 Half']);
    await rest(2_000);
    await rest(2_000);
    expect(saved).toHaveLength(3);
  });

  it('is waited for by whoever asked for all to be saved', async () => {
    answers = ['unanswered'];
    let isSaved = false;
    noteOf([to(7, 'Half')]);
    void keeper.saveNow().then(() => {
      isSaved = true;
    });
    await rest(0);
    expect(isSaved).toBe(false);
    await rest();
    expect(isSaved).toBe(true);
  });

  it('leaves the words to the end, which gives them back', async () => {
    answers = ['unanswered'];
    noteOf([to(7, 'Half')]);
    await rest();
    expect(keeper.end()).toEqual([to(7, 'Half')]);
    await rest(10_000);
    expect(saved).toHaveLength(1);
  });
});

it('asks no more for words that are refused, until they change', async () => {
  answers = ['refused'];
  noteOf([to(7, 'Half')]);
  await rest();
  await rest(10_000);
  expect(saved).toEqual(['7 Half']);
  noteOf([to(7, 'Half a')]);
  await rest();
  expect(saved).toEqual(['7 Half', '7 Half a']);
});

it('gives back at the end what was refused, because the engine does not have it', async () => {
  answers = ['refused'];
  noteOf([to(7, 'Half')]);
  await rest();
  expect(keeper.end()).toEqual([to(7, 'Half')]);
});

describe('words that are being sent', () => {
  const key = keyOf(to(7, ''));

  it('are saved before, and neither saved nor taken away after, because the sending ends their draft', async () => {
    noteOf([to(7, 'Half a')]);
    noteOf([to(7, 'Half a')], [key]);
    expect(saved).toEqual(['7 Half a']);
    await rest();
    noteOf([], [key]);
    await rest();
    noteOf([]);
    await rest();
    expect(saved).toEqual(['7 Half a']);
  });

  it('are words again when they were refused', async () => {
    noteOf([to(7, 'Half')], [key]);
    noteOf([to(7, 'Half')]);
    noteOf([to(7, 'Half a')]);
    await rest();
    expect(saved.at(-1)).toBe('7 Half a');
  });
});
