/**
 * The carrier simulator as a program: a Twilio on loopback, with contacts who answer. It takes its options from the
 * command line, prints one line of JSON when it is ready (`SimulatorReady`), and runs until SIGTERM or SIGINT, or with
 * `--with-parent` until its standard input closes. It is always a process of its own, so that it survives whoever is
 * being tested against it; its book of what it accepted is the judge of "exactly once". It reaches nothing but
 * loopback, and refuses to share its book with a second simulator.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { readArguments, usage } from './arguments.ts';
import { type Simulator, startSimulator } from './start.ts';

try {
  const { options, readyFile, withParent } = readArguments(process.argv.slice(2));
  const simulator = await startSimulator(options);
  endWith(simulator, withParent);
  const line = `${JSON.stringify(simulator.ready)}\n`;
  if (readyFile !== null) writeWhole(readyFile, line);
  process.stdout.write(line);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  console.error(usage);
  process.exitCode = 1;
}

function endWith(simulator: Simulator, withParent: boolean): void {
  const end = (): void => {
    simulator.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (withParent) process.stdin.on('end', end).on('error', end).resume();
}

/** Whoever waits for the file must never read half of it. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}
