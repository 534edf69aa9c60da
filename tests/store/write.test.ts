import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { settableClock } from '../../main/clock/index.ts';
import { memoryLog } from '../../main/log/index.ts';
import { openDatabase, type Store, StoreRefusal } from '../../main/store/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { openTestStore, testStart } from '../support/stores.ts';

const addPerson = `INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ana', '', 'owner', 0)`;
const count = 'SELECT count(*) AS n FROM user';

describe('a connection', () => {
  it('keeps every commit through a power cut', () => {
    const database = openDatabase(join(temporaryFolder(), 'a.db'), { durability: 'full' });
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    database.close();
  });
});

describe('a step', () => {
  const durabilityOf = (store: Store): unknown => store.look((reader) => reader.get('PRAGMA synchronous'));

  it('does not wait for the disk, and the next write does, for all that came before it', async () => {
    const store = await openTestStore();
    store.writeStep((tx) => tx.run(addPerson));
    expect(durabilityOf(store)).toEqual({ synchronous: 1 });
    store.write((tx) => tx.run(addPerson));
    expect(durabilityOf(store)).toEqual({ synchronous: 2 });
    expect(store.look((reader) => reader.get(count))).toEqual({ n: 2 });
  });

  it('that fails is rolled back, and the next write waits for the disk all the same', async () => {
    const store = await openTestStore();
    const failing = (): void =>
      store.writeStep((tx) => {
        tx.run(addPerson);
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(store.look((reader) => reader.get(count))).toEqual({ n: 0 });
    store.write((tx) => tx.run(addPerson));
    expect(durabilityOf(store)).toEqual({ synchronous: 2 });
  });
});

describe('a write transaction', () => {
  it('is kept when its work returns', async () => {
    const store = await openTestStore();
    expect(store.write((tx) => tx.run(addPerson).id)).toBe(1);
    expect(store.look((reader) => reader.get(count))).toEqual({ n: 1 });
  });

  it('is rolled back when its work throws, and tells nobody', async () => {
    const store = await openTestStore();
    const told = vi.fn();
    const failing = (): void =>
      store.write((tx) => {
        tx.run(addPerson);
        tx.afterCommit(told);
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(store.look((reader) => reader.get(count))).toEqual({ n: 0 });
    store.write((tx) => tx.run(addPerson));
    expect(told).not.toHaveBeenCalled();
  });

  it('tells in order after the commit, when a listener may write again', async () => {
    const store = await openTestStore();
    const told: string[] = [];
    store.write((tx) => {
      tx.run(addPerson);
      tx.afterCommit(() => {
        store.write((again) => again.run(addPerson));
        told.push('first');
      });
      tx.afterCommit(() => told.push('second'));
    });
    expect(told).toEqual(['first', 'second']);
    expect(store.look((reader) => reader.get(count))).toEqual({ n: 2 });
  });

  it('is kept, and tells the others, when one who is told of it fails', async () => {
    const log = memoryLog();
    const store = await openTestStore({ log });
    const told = vi.fn();
    const id = store.write((tx) => {
      tx.afterCommit(() => {
        throw new Error('the listener fell over');
      });
      tx.afterCommit(told);
      return tx.run(addPerson).id;
    });
    expect(id).toBe(1);
    expect(told).toHaveBeenCalledOnce();
    expect(log.text()).toContain('the listener fell over');
  });

  it('cannot be used after its end, when nothing would be rolled back any more', async () => {
    const store = await openTestStore();
    const kept = store.write((tx) => tx);
    expect(() => kept.run(addPerson)).toThrow('after its end');
    expect(() => kept.afterCommit(() => {})).toThrow('after its end');
    expect(store.look((reader) => reader.get(count))).toEqual({ n: 0 });
  });

  it('refuses another inside itself', async () => {
    const store = await openTestStore();
    expect(() => store.write(() => store.write(() => {}))).toThrow('inside another');
  });

  it('is refused to an engine that has been succeeded, which then does nothing more', async () => {
    const onSuperseded = vi.fn();
    const folder = temporaryFolder();
    const store = await openTestStore({ folder, onSuperseded });
    const successor = openDatabase(join(folder, 'fieldline.db'), { durability: 'full' });
    successor.exec('UPDATE store SET epoch = epoch + 1');
    expect(() => store.write((tx) => tx.run(addPerson))).toThrow(
      new StoreRefusal({ code: 'store/superseded', kind: 'bug' }),
    );
    expect(onSuperseded).toHaveBeenCalledOnce();
    expect(successor.prepare(count).get()).toEqual({ n: 0 });
    expect(store.closedBecause()?.code).toBe('store/superseded');
    successor.close();
  });
});

describe('an engine that has been succeeded', () => {
  it('notices within a second although it writes nothing, and closes without a word in the file', async () => {
    const onSuperseded = vi.fn();
    const clock = settableClock({ startAt: testStart });
    const folder = temporaryFolder();
    const store = await openTestStore({ folder, clock, onSuperseded });
    const path = join(folder, 'fieldline.db');
    const mark = readFileSync(`${path}.incarnation`, 'utf8');
    const successor = openDatabase(path, { durability: 'full' });
    successor.exec('UPDATE store SET epoch = epoch + 1');
    await clock.advance(1_000);
    expect(onSuperseded).toHaveBeenCalledOnce();
    await store.close();
    expect(successor.prepare('SELECT epoch, ended_cleanly FROM store').get()).toEqual({ epoch: 2, ended_cleanly: 0 });
    expect(readFileSync(`${path}.incarnation`, 'utf8')).toBe(mark);
    successor.close();
  });

  it('closes in peace when it notices only then', async () => {
    const folder = temporaryFolder();
    const store = await openTestStore({ folder });
    const successor = openDatabase(join(folder, 'fieldline.db'), { durability: 'full' });
    successor.exec('UPDATE store SET epoch = epoch + 1');
    await store.close();
    expect(successor.prepare('SELECT ended_cleanly FROM store').get()).toEqual({ ended_cleanly: 0 });
    successor.close();
    expect(existsSync(join(folder, 'fieldline.db.holder'))).toBe(false);
  });
});

describe('the mode of a store', () => {
  it('is that of its making for ever', async () => {
    const folder = temporaryFolder();
    const practice = await openTestStore({ folder, newMode: 'practice' });
    expect(() => practice.write((tx) => tx.run(`UPDATE store SET mode = 'live'`))).toThrow('never change');
    const replace = `REPLACE INTO store (one, store_id, mode, incarnation, epoch, ended_cleanly, created_at)
      SELECT one, store_id, 'live', incarnation, epoch, ended_cleanly, created_at FROM store`;
    expect(() => practice.write((tx) => tx.run(replace))).toThrow('the row that says what this file is stays');
    await practice.close();
    const again = await openTestStore({ folder, newMode: 'live' });
    expect(again.mode).toBe('practice');
  });
});

describe('the end of an engine', () => {
  it('is clean after close and not before', async () => {
    const folder = temporaryFolder();
    const first = await openTestStore({ folder });
    expect(first.lastEndedCleanly).toBe(true);
    const peek = openDatabase(join(folder, 'fieldline.db'), { durability: 'full', readonly: true });
    expect(peek.prepare('SELECT ended_cleanly AS clean FROM store').get()).toEqual({ clean: 0 });
    peek.close();
    await first.close();
    const second = await openTestStore({ folder });
    expect(second.lastEndedCleanly).toBe(true);
  });
});
