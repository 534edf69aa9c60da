import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hearChild } from '../../../main/app/hear-child.ts';

const readText = (said: unknown): string | null => (typeof said === 'string' ? said : null);

function listening(loadReader = async () => readText) {
  const child = new EventEmitter();
  const heard: string[] = [];
  const listeners = { onMessage: (message: string) => heard.push(message), onExit: () => heard.push('(gone)') };
  hearChild(child as unknown as Parameters<typeof hearChild>[0], loadReader, listeners);
  return { child, heard };
}

describe('a child that is heard', () => {
  it('is heard in its own order, its end last, however long the parser takes to load', async () => {
    let finishLoading = (): void => {};
    const loaded = new Promise<void>((resolve) => (finishLoading = resolve));
    const { child, heard } = listening(() => loaded.then(() => readText));
    child.emit('spawn');
    for (const word of ['one', 'two']) child.emit('message', word);
    child.emit('exit', 0);
    await nextTurn();
    expect(heard).toEqual([]);
    finishLoading();
    await nextTurn();
    expect(heard).toEqual(['one', 'two', '(gone)']);
  });

  it('has nothing loaded for it before it is on its way', async () => {
    let loads = 0;
    const { child } = listening(async () => {
      loads += 1;
      return readText;
    });
    await nextTurn();
    expect(loads).toBe(0);
    child.emit('spawn');
    await nextTurn();
    expect(loads).toBe(1);
  });

  it('is heard to be gone also when it never was on its way', async () => {
    const { child, heard } = listening();
    child.emit('exit', 1);
    await nextTurn();
    expect(heard).toEqual(['(gone)']);
  });

  it('is not heard where what it says cannot be read', async () => {
    const { child, heard } = listening();
    child.emit('spawn');
    child.emit('message', { kind: 'unknown' });
    await nextTurn();
    expect(heard).toEqual([]);
  });
});
