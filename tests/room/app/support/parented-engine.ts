import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { FromEngine, ToEngine } from '../../../../shared/contract/index.ts';

/** The real engine, with the test as the parent that main is in the desktop. */
export interface ParentedEngine {
  readonly said: readonly FromEngine[];
  /** Everything that it printed. */
  printed(): string;
  say(message: ToEngine): void;
  /** Waits for a message of that kind that came already or will come. */
  hear<Kind extends FromEngine['kind']>(kind: Kind): Promise<Extract<FromEngine, { kind: Kind }>>;
  readonly exited: Promise<number | null>;
}

const entry = fileURLToPath(new URL('./engine-with-parent.ts', import.meta.url));

export function startParentedEngine(args: readonly string[]): ParentedEngine {
  const child: ChildProcess = fork(entry, [...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const said: FromEngine[] = [];
  const watchers = new Set<() => void>();
  child.on('message', (message) => {
    said.push(message as FromEngine);
    for (const watch of watchers) watch();
  });
  return {
    said,
    printed: () => printed,
    say: (message) => void child.send(message),
    hear: <Kind extends FromEngine['kind']>(kind: Kind) =>
      new Promise<Extract<FromEngine, { kind: Kind }>>((resolve) => {
        const look = (): void => {
          const found = said.find((message): message is Extract<FromEngine, { kind: Kind }> => message.kind === kind);
          if (found === undefined) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      }),
    exited,
  };
}
