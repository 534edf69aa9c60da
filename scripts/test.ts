/**
 * `npm test`: types, lint, all tests, and the built application under test, in the order in which they fail fastest.
 * Takes what narrows the run (`--project unit`, file names); ends with what failed and one line of totals, and
 * with a non-zero exit code if anything did. What cannot run for lack of something has failed, with the reason.
 */
import { checkLint, checkTypes } from './test/checks.ts';
import { endTools } from './test/run-tool.ts';
import { selectStages } from './test/selection.ts';
import { runEndToEnd, runVitest } from './test/suites.ts';
import { add, closingLines, nothing } from './test/tally.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endTools();
    process.exit(1);
  });
}

const { types, lint, vitest, e2e } = selectStages(process.argv.slice(2));
let tally = nothing;
if (types) tally = add(tally, await checkTypes());
if (lint) tally = add(tally, await checkLint());
if (vitest !== undefined) tally = add(tally, await runVitest(vitest));
if (e2e !== undefined) tally = add(tally, await runEndToEnd(e2e));

for (const line of closingLines(tally)) console.log(line);
if (tally.failures.length > 0 || tally.passed === 0) process.exitCode = 1;
