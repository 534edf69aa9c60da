import { describe, expect, it } from 'vitest';
import { parseScript } from '../../../shared/domain/script.ts';
import { gapsLeft } from '../../../shared/domain/script-gaps.ts';
import { renderScript } from '../../../shared/domain/script-render.ts';

/** The names of what is still empty, where nothing was known of anybody. */
function leftIn(body: string, change: (text: string) => string): readonly string[] {
  const script = parseScript(body);
  if (!script.ok) throw new Error('a script that cannot be read');
  const { text, gaps } = renderScript(script.value, {}, { contact: '', texter: '' });
  return gapsLeft(text, gaps, change(text)).map(({ name }) => name);
}

const rent =
  'Hi there, your rent went up by ##{{email}}, and we meet on ##{{last_name}} at six. Reply STOP to opt out.';

describe('a place that the script has left empty', () => {
  it.each<[string, string, (text: string) => string, readonly string[]]>([
    ['nothing was changed', rent, (text) => text, ['email', 'last_name']],
    ['another word was', rent, (text) => text.replace('there', 'Ana'), ['email', 'last_name']],
    ['something was added at the end', rent, (text) => `${text} Thanks.`, ['email', 'last_name']],
    ['only spaces were typed into it', rent, (text) => text.replace('by,', 'by  ,'), ['email', 'last_name']],
    ['lines were broken elsewhere', rent, (text) => text.replace('. ', '.\n\n'), ['email', 'last_name']],
    ['one was filled', rent, (text) => text.replace('by,', 'by 5%,'), ['last_name']],
    ['both were', rent, (text) => text.replace('by,', 'by 5%,').replace('on at', 'on Friday at'), []],
    ['what led to it was taken away', rent, (text) => text.replace(' by, and', ', and'), ['last_name']],
    ['everything was written anew', rent, () => 'Hello Ana, are you coming on Friday?', []],
    ['it stood at the beginning', '##{{email}} is due', (text) => text.replace('due', 'late'), ['email']],
    ['it was filled at the beginning', '##{{email}} is due', (text) => `Rent ${text}`, []],
    ['it stood at the end', 'You live in ##{{email}}', (text) => text.replace('You', 'They'), ['email']],
    ['it was filled at the end', 'You live in ##{{email}}', (text) => `${text} Riverside`, []],
    ['the full stop stands behind it', 'Vote at ##{{email}}.', (text) => text.replace('Vote', 'Be'), ['email']],
    ['it was filled before the full stop', 'Vote at ##{{email}}.', () => 'Vote at the library.', []],
    ['a longer word ends like the one before', 'Stop by ##{{email}} now', () => 'Stop nearby now', []],
    ['one of two alike was filled', 'at ##{{email}} or at ##{{email}} or', () => 'at 5 or at or', ['email', 'email']],
    ['the same words stand elsewhere', 'Come to us, to ##{{email}} us', () => 'Come to us, to Rosa us', []],
    ['the text is that place alone', '##{{email}}', (text) => text, ['email']],
  ])('when %s', (_what, body, change, left) => {
    expect(leftIn(body, change)).toEqual(left);
  });

  it('is told of in letters that have no case and no spaces, too', () => {
    expect(leftIn('你好##{{email}}，再见', (text) => `${text}！`)).toEqual(['email']);
    expect(leftIn('你好##{{email}}，再见', () => '你好小明，再见')).toEqual([]);
  });
});
