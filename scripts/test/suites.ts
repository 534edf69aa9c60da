import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findElectron } from '../electron/where.mjs';
import { lacksScreen } from '../screen.mjs';
import { tallyOfPlaywright, tallyOfVitest } from './reports.ts';
import { projectRoot, runTool, scriptOf, type ToolRun } from './run-tool.ts';
import { failure, runStage, type StageResult, timeLimitWords } from './stage.ts';
import type { Tally } from './tally.ts';

const vitestLimitMs = 25 * 60_000;
const e2eLimitMs = 15 * 60_000;
const e2eConfig = 'tests/e2e/playwright.config.ts';

/** All tests that need no window. */
export function runVitest(args: readonly string[]): Promise<Tally> {
  return runStage('tests', async () => {
    const report = freshReport('vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const run = await runTool(process.execPath, [scriptOf('vitest', 'vitest'), 'run', ...reporters, ...args], {
      timeLimitMs: vitestLimitMs,
      output: 'inherit',
    });
    return resultOf(run, report, tallyOfVitest, vitestLimitMs);
  });
}

/** The built application, driven as a person would. */
export function runEndToEnd(files: readonly string[]): Promise<Tally> {
  return runStage('application', async () => {
    const lack = whatIsLacking();
    if (lack !== undefined) return failure(lack);
    const report = freshReport('e2e.json');
    const playwright = [scriptOf('@playwright/test', 'playwright'), 'test', '-c', e2eConfig, '--reporter=list,json'];
    const run = await runTool(process.execPath, [...playwright, ...files], {
      timeLimitMs: e2eLimitMs,
      output: 'inherit',
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    return resultOf(run, report, tallyOfPlaywright, e2eLimitMs);
  });
}

/** A run that ends badly with no failed test in its report has failed all the same. */
function resultOf(run: ToolRun, report: string, tallyOf: (report: unknown) => Tally, timeLimitMs: number): StageResult {
  if (run.timedOut) return failure(timeLimitWords(timeLimitMs));
  if (!existsSync(report)) return failure(`It ended with code ${run.code} and left no report.`);
  const tally = tallyOf(JSON.parse(readFileSync(report, 'utf8')));
  if (tally.failures.length > 0 || run.code === 0) return tally;
  return { ...tally, explanation: `No test failed, and yet it ended with code ${run.code}.` };
}

function whatIsLacking(): string | undefined {
  if (!existsSync(join(projectRoot, e2eConfig))) return `There is no ${e2eConfig}.`;
  if (lacksScreen() && !isOnPath('Xvfb')) return 'There is no screen and no Xvfb. Type: sudo apt-get install xvfb';
  try {
    findElectron();
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function isOnPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/** The path for a report, with the one of the run before out of the way. */
function freshReport(name: string): string {
  const path = join(projectRoot, '.ready', 'reports', name);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}
