import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase, StoreRefusal } from '../../main/store/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { openTestStore } from '../support/stores.ts';

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

describe('the mode of a store', () => {
  it('is that of its making for ever', async () => {
    const folder = temporaryFolder();
    const practice = await openTestStore({ folder, newMode: 'practice' });
    expect(() => practice.write((tx) => tx.run(`UPDATE store SET mode = 'live'`))).toThrow('never change');
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
