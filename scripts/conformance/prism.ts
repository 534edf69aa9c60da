/**
 * Starts Prism, which checks HTTP against an OpenAPI description: in mock mode it answers by itself, so that our
 * requests are checked; in proxy mode it passes them on, so that the answers of the server behind it are checked too.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';

export interface Prism {
  /** Where it listens, on a port that was free. */
  readonly origin: string;
  /** Ends this Prism and waits until it is gone. */
  stop(): Promise<void>;
}

export interface PrismOptions {
  /** Path of the description. */
  readonly spec: string;
  /** The server to pass requests on to; without it, Prism answers from the description's examples. */
  readonly upstream?: string;
}

const announcement = /Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/;

/** Resolves when it listens. Throws, with what it printed, when it ends before that. */
export async function startPrism({ spec, upstream }: PrismOptions): Promise<Prism> {
  const program = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
  const mode = upstream === undefined ? ['mock', spec] : ['proxy', spec, upstream];
  const child = spawn(process.execPath, [program, ...mode, '--host', '127.0.0.1', '--port', '0', '--errors'], {
    // A bare environment, so that no proxy of the user's stands between Prism and its upstream. Windows opens no
    // socket without SystemRoot.
    env: { NO_COLOR: '1', SystemRoot: process.env['SystemRoot'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Prism outlives a parent that ends without stopping it.
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const stop = async (): Promise<void> => {
    process.off('exit', endWithUs);
    await end(child);
  };
  try {
    return { origin: await waitForOrigin(child), stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

function waitForOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const origin = announcement.exec(printed)?.[1];
      if (origin !== undefined) resolve(origin);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Prism ended with ${code} before it listened:\n${printed}`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
