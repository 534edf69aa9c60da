import { describe, expect, it } from 'vitest';
import type { EngineState } from '../../../preload/bridge.ts';
import { engineSlice, engineTold, restartSeen, storeTold } from '../../../renderer/app/engine-slice.ts';
import { appError } from '../../../shared/errors.ts';

type Action = Parameters<typeof engineSlice.reducer>[1];

const ready = (losses: number): EngineState => ({ event: 'engine', state: 'ready', losses });
const knownAfter = (...actions: Action[]) => actions.reduce(engineSlice.reducer, engineSlice.getInitialState());

describe('what the page knows of the engine', () => {
  it('takes the losses before its own time as seen', () => {
    expect(knownAfter(engineTold(ready(3)))).toMatchObject({ now: ready(3), lossesSeen: 3 });
  });

  it('has a restart to tell until the person has seen it', () => {
    const told = knownAfter(
      engineTold(ready(0)),
      engineTold({ event: 'engine', state: 'starting' }),
      engineTold(ready(1)),
    );
    expect(told).toMatchObject({ now: ready(1), lossesSeen: 0 });
    expect(engineSlice.reducer(told, restartSeen())).toMatchObject({ lossesSeen: 1 });
  });

  it('keeps the reason why nothing is taken until the store takes changes again', () => {
    const reason = appError('store/disk-full', { freeMegabytes: 12 });
    const full = knownAfter(engineTold(ready(0)), storeTold({ event: 'store', writable: false, reason }));
    expect(full.notWritable).toEqual(reason);
    expect(
      engineSlice.reducer(full, storeTold({ event: 'store', writable: true, reason: null })).notWritable,
    ).toBeNull();
  });

  it('keeps the reason why the store could not be opened through further tries, until one succeeds', () => {
    const error = appError('store/in-use');
    const retrying = knownAfter(
      engineTold({ event: 'engine', state: 'waiting', lossesInARow: 1, retryAt: 0, error }),
      engineTold({ event: 'engine', state: 'starting' }),
    );
    expect(retrying.refusal).toEqual(error);
    expect(engineSlice.reducer(retrying, engineTold(ready(0))).refusal).toBeNull();
  });

  it('forgets that reason with the engine that gave it', () => {
    const reason = appError('store/disk-full', { freeMegabytes: 12 });
    expect(
      knownAfter(storeTold({ event: 'store', writable: false, reason }), engineTold(ready(1))).notWritable,
    ).toBeNull();
  });
});
