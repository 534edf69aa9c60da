import { describe, expect, it } from 'vitest';
import type { EngineState } from '../../../preload/bridge.ts';
import type { EngineKnowledge } from '../../../renderer/app/engine-slice.ts';
import { engineNews } from '../../../renderer/features/status/engine-news.ts';
import { appError } from '../../../shared/errors.ts';

const diskFull = appError('store/disk-full', { freeMegabytes: 12 });
const starting: EngineState = { event: 'engine', state: 'starting' };
const ready = (losses: number): EngineState => ({ event: 'engine', state: 'ready', losses });
const waiting = (lossesInARow: number): EngineState => ({
  event: 'engine',
  state: 'waiting',
  lossesInARow,
  retryAt: 5_000,
  error: null,
});
const failed: EngineState = { event: 'engine', state: 'failed', error: appError('store/damaged') };

const newsOf = (now: EngineState, known: Partial<EngineKnowledge> = {}) =>
  engineNews({ now, lossesSeen: 0, notWritable: null, refusal: null, ...known })?.news ?? null;

describe('the one line about the engine', () => {
  it.each([
    ['says nothing while all is well', ready(0), {}, null],
    ['says nothing of the first start', starting, { lossesSeen: null }, null],
    ['says nothing where a screen of its own tells that the store cannot be opened', failed, {}, null],
    ['says that a lost engine is being replaced', waiting(1), {}, 'restarting'],
    ['goes on saying so while the next one starts', starting, {}, 'restarting'],
    ['does not worry at the second loss in a row', waiting(2), {}, 'restarting'],
    ['worries at the third', waiting(3), {}, 'keeps-stopping'],
    ['says that the engine is back', ready(1), {}, 'restarted'],
    ['is silent once that was seen', ready(1), { lossesSeen: 1 }, null],
    ['says why nothing is taken', ready(0), { notWritable: diskFull }, 'not-writable'],
    ['puts that before a restart that is over', ready(1), { notWritable: diskFull }, 'not-writable'],
    ['puts a loss before that', waiting(1), { notWritable: diskFull }, 'restarting'],
  ] as const)('%s', (_name, now, known, news) => {
    expect(newsOf(now, known)).toBe(news);
  });
});
