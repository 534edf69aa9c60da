// What `electron <folder>` does in a stock Electron and the stand-in lacks: start the application in that folder.
// An ES module on purpose: Electron holds `ready` back until it has been evaluated, so the application's own start-up
// code runs as early as it would in its own right.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  console.log(`v${process.versions.electron}`);
  app.exit(0);
} else {
  const path = resolve(folder);
  const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  process.defaultApp = true;
  if (description.version) app.setVersion(description.version);
  app.setName(description.productName ?? description.name);
  app.setAppPath(path);
  await import(pathToFileURL(join(path, description.main ?? 'index.js')).href);
}
