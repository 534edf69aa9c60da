import { describe, expect, it } from 'vitest';
import {
  firstPages,
  type KnownPage,
  pageOf,
  rowsBefore,
  withPage,
} from '../../../../renderer/features/contacts/known-pages.ts';

const page = (after: number | null, length: number, next: number | null) => ({ after, length, next });

const three: readonly KnownPage[] = [
  { after: null, length: 5 },
  { after: 50, length: 5 },
  { after: 100, length: 2 },
];

describe('the pages that are known of', () => {
  it('grow by where the next one begins', () => {
    const one = withPage(firstPages, page(null, 5, 50));
    expect(one).toEqual([
      { after: null, length: 5 },
      { after: 50, length: 0 },
    ]);
    expect(withPage(one, page(50, 3, null))).toEqual([
      { after: null, length: 5 },
      { after: 50, length: 3 },
    ]);
  });

  it('stay the very same while a page is as it was', () => {
    expect(withPage(three, page(50, 5, 100))).toBe(three);
    expect(withPage(three, page(100, 2, null))).toBe(three);
  });

  it('end where a page says that nothing follows', () => {
    expect(withPage(three, page(50, 4, null))).toEqual([three[0], { after: 50, length: 4 }]);
  });

  it('keep those beyond in their place when the next one begins elsewhere', () => {
    const [, second, third] = withPage(three, page(null, 5, 49));
    expect(second).toEqual({ after: 49, length: 5 });
    expect(third).toBe(three[2]);
  });

  it('take no word of a page that is none of them any more', () => {
    expect(withPage(three, page(77, 5, 78))).toBe(three);
  });

  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [11, 2],
    [12, 2],
  ])('row %i is on page %i', (row, expected) => {
    expect(pageOf(three, row)).toBe(expected);
  });

  it('tell how many rows come before one', () => {
    expect([0, 1, 2, 3].map((index) => rowsBefore(three, index))).toEqual([0, 5, 10, 12]);
  });
});
