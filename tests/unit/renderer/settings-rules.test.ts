import { describe, expect, it } from 'vitest';
import { checkResult } from '../../../renderer/features/settings/check-result.ts';
import { sizeOf } from '../../../renderer/features/settings/data-size.ts';
import { sectionsFor } from '../../../renderer/features/settings/sections.ts';
import { endMinutes, lockChoices, startMinutes } from '../../../renderer/features/settings/texting-choices.ts';
import { zoneGroups, zoneLabel } from '../../../renderer/features/settings/time-zones.ts';
import { isSlug } from '../../../shared/domain/script-variables.ts';
import { slugOf } from '../../../shared/domain/slug.ts';
import { appError } from '../../../shared/errors.ts';

describe('the parts of the settings', () => {
  it('are for a texter the window and the computer', () => {
    expect(sectionsFor({ isAdmin: false, mode: 'live' })).toEqual(['window', 'computer']);
  });

  it('have a carrier account only in a live campaign', () => {
    expect(sectionsFor({ isAdmin: true, mode: 'live' })).toContain('carrier');
    expect(sectionsFor({ isAdmin: true, mode: 'practice' })).not.toContain('carrier');
  });
});

describe('choices', () => {
  it('of hours never begin at the end of a day nor end at its beginning', () => {
    expect(startMinutes(540)).not.toContain(1440);
    expect(endMinutes(1260)).not.toContain(0);
  });

  it.each([
    ['beginnings', startMinutes(555), 555],
    ['ends', endMinutes(1255), 1255],
    ['locks', lockChoices(17), 17],
  ])('of %s have what is kept among them, in order', (_what, choices, kept) => {
    expect(choices).toContain(kept);
    expect([...choices].sort((one, other) => one - other)).toEqual(choices);
  });
});

describe('time zones', () => {
  it('are found by their city', () => {
    expect(zoneLabel('America/Puerto_Rico')).toBe('Puerto Rico (America)');
    expect(zoneLabel('America/Indiana/Knox')).toBe('Knox, Indiana (America)');
    expect(zoneLabel('UTC')).toBe('UTC');
  });

  it('stand once each, with the kept one among them whatever it is', () => {
    const { american, others } = zoneGroups('Etc/GMT+5');
    const all = [...american, ...others];
    expect(all).toContain('Etc/GMT+5');
    expect(new Set(all).size).toBe(all.length);
  });
});

it.each([
  ['Polling place', 'polling_place'],
  ['  ¿Año de registro? ', 'ano_de_registro'],
  ['Ward/District #', 'ward_district'],
])('the title %s suggests the name in scripts %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
  expect(isSlug(slug)).toBe(true);
});

it.each([
  [0, 'megabytes', 1],
  [12_400_000, 'megabytes', 12],
  [83_140_000_000, 'gigabytes', 83.1],
] as const)('%i bytes are written in %s', (bytes, unit, value) => {
  expect(sizeOf(bytes)).toEqual({ unit, value });
});

describe('the check of the file', () => {
  const job = { jobId: 1, kind: 'store/check-integrity', done: 1, total: 1, startedAt: 0, endedAt: 1 };
  it.each([
    ['running', { ...job, state: 'running', outcome: null }],
    ['sound', { ...job, state: 'done', outcome: { sound: true, faults: [] } }],
    ['damaged', { ...job, state: 'done', outcome: { sound: false, faults: ['page 3'] } }],
    ['notChecked', { ...job, state: 'cancelled', outcome: null }],
    ['notChecked', { ...job, state: 'failed', outcome: { error: 'x' } }],
  ] as const)('came to %s', (result, of) => {
    expect(checkResult(of.state === 'running' ? { is: 'running', job: of } : { is: 'ended', job: of })).toBe(result);
  });

  it('came to nothing when nothing more is heard of it', () => {
    expect(checkResult({ is: 'lost', error: appError('jobs/not-found') })).toBe('notChecked');
  });
});
