import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { header, makeListFile } from '../../../../scripts/textbank/list-file.ts';
import { parsePhone } from '../../../../shared/domain/parse-phone.ts';
import { isAbroad } from '../../../../shared/domain/phone.ts';

const list = makeListFile('1', 5_000);
const rows = Papa.parse<string[]>(list.csv, { skipEmptyLines: 'greedy' }).data;

describe('the list of the text bank', () => {
  test('has as many rows as it says, and a header', () => {
    expect(rows).toHaveLength(5_001);
    expect(rows[0]).toEqual([...header]);
  });

  test('has one contact for each row that is not told as unusable', () => {
    const unusable = Object.values(list.leftOut).reduce((sum, count) => sum + count, 0);
    expect(list.contacts.length + unusable).toBe(5_000);
  });

  test('has nobody with the name or the phone of somebody else', () => {
    const count = (keys: readonly string[]) => new Set(keys).size;
    expect(count(list.contacts.map(({ firstName, lastName }) => `${firstName} ${lastName}`))).toBe(
      list.contacts.length,
    );
    expect(count(list.contacts.map(({ phone }) => phone))).toBe(list.contacts.length);
  });

  test('has invented numbers only', () => {
    expect(list.contacts.filter(({ phone }) => !/^\+1[2-9]\d\d55501\d\d$/.test(phone))).toEqual([]);
  });

  test('has a full name for everybody', () => {
    expect(list.contacts.filter(({ firstName, lastName }) => firstName === '' || lastName === '')).toEqual([]);
  });

  test('spells phones so that they read as the ones that are told, and the others as none that is texted', () => {
    const told = new Set<string>(list.contacts.map(({ phone }) => phone));
    const cells = rows.slice(1).filter((row) => row.length === header.length);
    const read = cells.map((row) => parsePhone(row[2] ?? ''));
    const good = read.flatMap((phone) => (phone.ok && !isAbroad(phone.value) ? [phone.value] : []));
    expect(good.filter((phone) => !told.has(phone))).toEqual([]);
    expect(good).toHaveLength(list.contacts.length + list.leftOut.duplicate);
  });

  test('is the same for the same seed, and another one for another', () => {
    expect(makeListFile('1', 5_000).csv).toBe(list.csv);
    expect(makeListFile('2', 5_000).csv).not.toBe(list.csv);
  });
});
