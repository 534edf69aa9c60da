import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../ready/places.mjs';
import { runLogged } from '../ready/run-logged.mjs';
import { StepFailure } from '../ready/step.mjs';
import { compatHeader, standInBinding } from './places.mjs';
import { withWorkFolder } from './work-folder.mjs';

const step = 'sqlite-for-stand-in';
const timeLimitMs = 900_000;
const modules = join(projectRoot, 'node_modules');
const driver = join(modules, 'better-sqlite3');
const sqlite = join(driver, 'deps', 'sqlite3');

/**
 * Compiles better-sqlite3 for a host with Node-API 9 from the sources in its npm package, with the compat header in
 * front. Two files and one link step, so it needs g++ and no build system; takes under a minute, nearly all of it SQLite.
 * @param {(text: string) => void} report
 * @returns {Promise<void>}
 * @throws StepFailure
 */
export async function compileSqliteBinding(report) {
  const target = standInBinding();
  if (existsSync(target)) return;
  report('compiling SQLite');
  await withWorkFolder(async (work) => {
    const objects = [join(work, 'sqlite3.o'), join(work, 'better_sqlite3.o')];
    await Promise.all([
      must(compile('gcc', sqliteFlags(), join(sqlite, 'sqlite3.c'), objects[0])),
      must(compile('g++', driverFlags(), join(driver, 'src', 'better_sqlite3.cpp'), objects[1])),
    ]);
    const linked = join(work, 'better_sqlite3.node');
    const link = [
      '-shared',
      '-s',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      '-o',
      linked,
      ...objects,
      '-lpthread',
      '-ldl',
    ];
    await must(runLogged('g++', link, { step, timeLimitMs }));
    await mkdir(dirname(target), { recursive: true });
    await rename(linked, target);
  });
}

function compile(compiler, flags, source, object) {
  const args = ['-c', '-O2', '-fPIC', '-w', '-DNDEBUG', `-I${sqlite}`, ...flags, '-o', object, source];
  return runLogged(compiler, args, { step, timeLimitMs });
}

/** SQLite with exactly the features of the driver's own binary: they are listed in its package. */
function sqliteFlags() {
  return [
    '-std=c99',
    ...readDefines(readFileSync(join(driver, 'deps', 'defines.gypi'), 'utf8')).map((name) => `-D${name}`),
  ];
}

/**
 * The quoted entries of a gyp file's list of definitions, such as `SQLITE_DQS=0`.
 * @param {string} gypi
 * @returns {string[]}
 */
export function readDefines(gypi) {
  return [...gypi.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^'\s]*)?)'/g)].map((match) => match[1]);
}

function driverFlags() {
  return [
    '-std=c++20',
    '-fno-rtti',
    '-fno-exceptions',
    '-fno-strict-aliasing',
    '-fvisibility=hidden',
    '-fvisibility-inlines-hidden',
    '-DNAPI_VERSION=9',
    '-DNAPI_DISABLE_CPP_EXCEPTIONS',
    '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    '-DBUILDING_NODE_EXTENSION',
    '-DNODE_GYP_MODULE_NAME=better_sqlite3',
    '-include',
    compatHeader,
    `-I${join(modules, 'node-api-headers', 'include')}`,
    `-I${join(modules, 'node-addon-api')}`,
  ];
}

async function must(run) {
  const { code, output } = await run;
  if (code !== 0) throw new StepFailure('The database driver could not be compiled for the stand-in.', { output });
}
