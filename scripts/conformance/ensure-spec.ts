/**
 * Gives the relaxed specifications as files, made once for each version of the package and of our rules, and kept in
 * the cache beside what they were made from.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchSpec } from './fetch-spec.mjs';
import { keptPaths, relaxSpec } from './relax-spec.ts';

/** Absolute paths, one for each of Twilio's hosts that we use. */
export interface SpecFiles {
  readonly api: string;
  readonly lookups: string;
}

/** Throws when the package that carries the specification can neither be found in the cache nor fetched. */
export async function ensureSpec(): Promise<SpecFiles> {
  const folder = await fetchSpec();
  const rules = readFileSync(new URL('./relax-spec.ts', import.meta.url));
  const version = createHash('sha256').update(rules).digest('hex').slice(0, 10);
  const relaxed = (host: keyof SpecFiles, source: string): string => {
    const target = join(folder, `${host}-relaxed-${version}.json`);
    if (!existsSync(target)) {
      const specification: unknown = JSON.parse(readFileSync(join(folder, source), 'utf8'));
      const unfinished = `${target}.${process.pid}`;
      writeFileSync(unfinished, JSON.stringify(relaxSpec(specification, keptPaths[host])));
      renameSync(unfinished, target);
    }
    return target;
  };
  return {
    api: relaxed('api', 'twilio_api_v2010.json'),
    lookups: relaxed('lookups', 'twilio_lookups_v2.json'),
  };
}
