// Makes a clone ready for a command and then runs it: `node scripts/ready/index.mjs --run scripts/test.ts -- ...`.
// Runs on any Node from 20 on, before anything is installed, so it and what it imports use Node's built-ins only.
// Does nothing twice; says plainly what it could not get and what to type; refuses to run the command only if that
// cannot do without what is missing.
import { constants } from 'node:os';
import { parseArguments } from './arguments.mjs';
import { getReady } from './get-ready.mjs';
import { planFor } from './plan.mjs';
import { createProgress } from './progress.mjs';
import { refusalOf } from './refusal.mjs';
import { runFile } from './run-file.mjs';
import { endRunning } from './run-logged.mjs';

const request = readRequest();
const refusal = refusalOf(request);
if (refusal !== undefined) {
  console.error(refusal.sentence);
  process.exit(refusal.exitCode);
}
const progress = createProgress({ quiet: request.quiet });
let isReady = false;

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    endRunning();
    // Once the command runs, it decides itself what a signal means.
    if (!isReady) process.exit(128 + constants.signals[signal]);
  });
}

isReady = await getReady(planFor(request), { retryElectron: request.retryElectron, progress });
progress.end();
if (!isReady) process.exitCode = 1;
else if (request.run !== undefined) process.exitCode = await runFile(request.run, request.rest);

function readRequest() {
  try {
    return parseArguments(process.argv.slice(2));
  } catch (thrown) {
    console.error(thrown.message);
    process.exit(2);
  }
}
