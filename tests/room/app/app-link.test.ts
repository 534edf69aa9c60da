import { describe, expect, it } from 'vitest';
import { isJoinLink, linkAmong } from '../../../main/app/app-link.ts';

describe('a link from another program', () => {
  it.each(['fieldline://join/204816', 'fieldline://join/204816/'])('asks to join a campaign: %s', (link) => {
    expect(isJoinLink(link)).toBe(true);
  });

  it.each([
    '',
    'fieldline:',
    'fieldline://',
    'fieldline://join',
    'fieldline://join/20481',
    'fieldline://join/2048160',
    'fieldline://join/204816?then=/etc/passwd',
    'fieldline://join/204816#now',
    'fieldline://join/204816\n',
    'fieldline://rosa@join/204816',
    'fieldline://join:80/204816',
    'fieldline://join/../open/204816',
    'fieldline://open/campaign',
    'fieldline:join/204816',
    'https://example.com/fieldline://join/204816',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ])('is refused when it is %j', (link) => {
    expect(isJoinLink(link)).toBe(false);
  });

  it('is found on the command line of a second Fieldline', () => {
    expect(linkAmong(['/usr/bin/fieldline', '--flag', 'fieldline://join/204816'])).toBe('fieldline://join/204816');
    expect(linkAmong(['/usr/bin/fieldline', '/home/rosa/list.csv'])).toBeNull();
  });

  it('is not looked for behind one that is refused', () => {
    expect(linkAmong(['FIELDLINE://delete', 'fieldline://join/204816'])).toBe('FIELDLINE://delete');
  });
});
