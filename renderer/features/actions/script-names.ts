import { longestName } from '../../../shared/contract/limits.ts';
import { scanScript } from '../../../shared/domain/script-scan.ts';
import { type DraftScript, letterOf, type ScriptPart } from './draft.ts';

/** What a text is called when nobody has named it: a first text after its action, a reply by its first words. */
export function nameOfScript(
  script: Pick<DraftScript, 'name' | 'body'>,
  part: ScriptPart,
  index: number,
  actionName: string,
): string {
  const given = script.name.trim();
  if (given !== '') return given;
  if (part === 'responses') return firstWordsOf(script.body);
  return automaticName(actionName, index);
}

/** Variables say nothing in a name. A text of nothing else is called as it is written. */
function firstWordsOf(body: string): string {
  const words = scanScript(body).map(({ kind, source }) => (kind === 'text' ? source : ' '));
  const [name = ''] = [words.join(''), body].map(shortened).filter((text) => text !== '');
  return name;
}

/** As many whole words as stand in a row of a list. */
function shortened(text: string): string {
  const longest = 40;
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?])/g, '')
    .trim();
  if (plain.length <= longest) return plain;
  return `${plain.slice(0, longest).replace(/\s+\S*$/, '')}…`;
}

/** What the first texts of an action are called by themselves. */
export function automaticName(actionName: string, index: number): string {
  const suffix = ` (${letterOf(index)})`;
  return `${actionName.trim().slice(0, longestName - suffix.length)}${suffix}`;
}
