import { describe, expect, it } from 'vitest';
import { isNanp, readNanp } from '../../../shared/domain/nanp.ts';

describe('the digits of a North American number', () => {
  it.each([
    '2025550123',
    '12025550123',
    '+12025550123',
    '(202) 555-0123',
    '+1 (202) 555-0123',
    '(+1) 202.555.0123',
    '1/202/555/0123',
    ' 202\u00a0555\u00a00123 ',
  ])('are read from the plain spelling "%s" without any tables', (text) => {
    expect(readNanp(text, true)).toBe(2025550123);
  });

  it.each([
    ['a letter', '2025550123x'],
    ['nine digits', '202555012'],
    ['twelve digits', '120255501234'],
    ['eleven digits that do not start with 1', '22025550123'],
    ['a plus without the country code', '+2025550123'],
    ['a plus in the middle', '1+2025550123'],
    ['eleven digits that start with 0', '02025550123'],
    ['two pluses', '++12025550123'],
    ['an area code starting with 1', '1125550123'],
    ['an exchange starting with 1', '2021550123'],
    ['a text longer than any spelling', `2025550123${' '.repeat(30)}`],
    ['nothing', ''],
  ])('are not read from %s', (_what, text) => {
    expect(readNanp(text, true)).toBe(0);
  });

  it('are read away from home only after +1', () => {
    expect(readNanp('+1 202 555 0123', false)).toBe(2025550123);
    expect(readNanp('1 202 555 0123', false)).toBe(0);
    expect(readNanp('202 555 0123', false)).toBe(0);
  });

  it.each([
    [202, true],
    [212, true],
    [989, true],
    [211, false],
    [911, false],
    [290, false],
    [999, false],
    [370, false],
    [379, false],
    [960, false],
    [555, false],
    [199, false],
    [99, false],
  ])('can have the area code %d: %s', (areaCode, allowed) => {
    expect(isNanp(areaCode * 10_000_000 + 5_550_123)).toBe(allowed);
  });
});
