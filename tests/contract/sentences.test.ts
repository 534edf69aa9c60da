import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, errorKinds } from '../../shared/errors.ts';
import { en } from '../../shared/sentences/en.ts';
import { es } from '../../shared/sentences/es.ts';
import { nearestLanguage, sentenceOf } from '../../shared/sentences/index.ts';

const codes = Object.keys(errorKinds) as ErrorCode[];
const placesOf = (sentence: string): string[] =>
  [...sentence.matchAll(/(?<!\{)\{#?(\w+)\}(?!\})/g)].map((found) => String(found[1])).sort();

/** The text of every other test: a code that none of them names is an error that nobody has seen happen. */
const tests = fileURLToPath(new URL('..', import.meta.url));
const allTests = globSync('**/*.test.ts', { cwd: tests })
  .filter((file) => !file.endsWith('sentences.test.ts'))
  .map((file) => readFileSync(`${tests}/${file}`, 'utf8'))
  .join('\n');

describe('sentences', () => {
  it.each(codes)('%s has the same places in English and Spanish', (code) => {
    expect(placesOf(es[code])).toEqual(placesOf(en[code]));
  });

  it.each(codes)('%s is a sentence in both languages, and not the same one', (code) => {
    for (const sentence of [en[code], es[code]]) expect(sentence).toMatch(/^[A-ZÁÉÍÓÚÑ¿¡“«].{15,}[.}]$/su);
    expect(es[code]).not.toBe(en[code]);
  });

  it.each(codes)('%s has a test that brings it about', (code) => {
    expect(allTests).toContain(code);
  });

  it('fills the places of a sentence from the error', () => {
    const error = { code: 'store/in-use', kind: 'setup' } as const;
    expect(sentenceOf(error, 'en')).toContain('already open');
    const folder = {
      code: 'store/network-folder',
      kind: 'setup',
      params: { folder: 'Campaigns', kind: 'nfs4' },
    } as const;
    expect(sentenceOf(folder, 'en')).toContain('“Campaigns” is on the network (nfs4)');
    expect(sentenceOf(folder, 'es')).toContain('«Campaigns» está en la red (nfs4)');
  });

  it('puts the incident id of a bug where the person can read it out', () => {
    const bug = { code: 'internal/bug', kind: 'bug', incidentId: '5f3a9c01' } as const;
    expect(sentenceOf(bug, 'es')).toContain('5f3a9c01');
  });

  it('leaves the braces of a script variable alone', () => {
    const error = { code: 'script/not-closed', kind: 'input', params: { variable: '##{{first_name}' } } as const;
    expect(sentenceOf(error, 'en')).toBe('“##{{first_name}” is not closed: two braces end a variable.');
  });

  it.each([
    ['es-MX', 'es'],
    ['ES', 'es'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
  ])('answers a person whose computer speaks %s in %s', (tag, language) => {
    expect(nearestLanguage(tag)).toBe(language);
  });
});
