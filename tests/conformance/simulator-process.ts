import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const ready = z.object({
  url: z.string(),
  accountSid: z.string(),
  authToken: z.string(),
  controlUrl: z.string(),
  controlToken: z.string(),
});

export interface SimulatorProcess extends z.infer<typeof ready> {
  stop(): Promise<void>;
}

/** Starts the simulator as users do: a process of its own. Throws when it ends before it is ready. */
export async function startSimulator(words: readonly string[]): Promise<SimulatorProcess> {
  const program = join(import.meta.dirname, '../../main/carrier/simulator/index.ts');
  const child = spawn(process.execPath, [program, '--with-parent', ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  const lines = createInterface(child.stdout);
  const line = await Promise.race([once(lines, 'line'), ended.then(() => null)]);
  if (line === null) throw new Error('the simulator ended before it was ready');
  return { ...ready.parse(JSON.parse(String(line[0]))), stop };
}
