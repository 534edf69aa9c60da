import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, CallName, DoorEvent, EngineEvent, Given, WireAnswer } from '../../shared/contract/index.ts';

const entry = fileURLToPath(new URL('../../main/engine.ts', import.meta.url));

export type News = EngineEvent | DoorEvent;

/** A real engine in a process of its own, spoken to through its door. */
export interface EngineProcess {
  readonly pid: number;
  readonly news: readonly News[];
  call<Name extends CallName>(name: Name, input: Given<Name>, session?: string): Promise<Answer<Name>>;
  /** Sends a line as it is and gives the answer with that id. */
  send(line: string, id: number): Promise<WireAnswer>;
  /** The same with a line that is the last, has no end, and closes its input. */
  sendLast(line: string, id: number): Promise<WireAnswer>;
  /** Waits for news that came already or will come. */
  waitFor<Event extends News['event']>(event: Event): Promise<Extract<News, { event: Event }>>;
  signal(name: NodeJS.Signals): void;
  /** Closes its input, as the end of a pipe does, and gives its exit code. */
  end(): Promise<number | null>;
  /** Gives the exit code, or null when a signal ended it. */
  readonly exited: Promise<number | null>;
}

/**
 * Starts an engine; its `ready` or `failed` news tells whether it could open the store.
 * @param file the program, when it is not the one that everybody runs.
 * @param under a command that runs the engine and passes its input, output and exit code on; `pid` is then the command's.
 */
export function startEngine(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  file: string = entry,
  under: readonly string[] = [],
): EngineProcess {
  const [command = '', ...words] = [...under, process.execPath, file, '--check-outputs', ...args];
  const child: ChildProcess = spawn(command, words, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const { stdin, stdout, pid } = child;
  if (stdin === null || stdout === null || pid === undefined) throw new Error('the engine did not start');
  stdin.on('error', () => {}); // A killed engine reads no more; its exit tells.

  const news: News[] = [];
  const waiting = new Map<number, (answer: WireAnswer) => void>();
  const watchers = new Set<(event: News) => void>();
  let lastId = 0;
  let rest = '';
  stdout.setEncoding('utf8');
  stdout.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(JSON.parse(line) as WireAnswer | News);
  });

  function take(message: WireAnswer | News): void {
    if ('event' in message) {
      news.push(message);
      for (const watch of watchers) watch(message);
    } else {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  }

  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const send = (line: string, id: number): Promise<WireAnswer> =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
      stdin.write(`${line}\n`);
    });

  const sendLast = (line: string, id: number): Promise<WireAnswer> =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
      stdin.end(line);
    });

  return {
    pid,
    news,
    exited,
    send,
    sendLast,
    call: (name, input, session) => {
      lastId += 1;
      const line = JSON.stringify({ id: lastId, ...(session !== undefined && { session }), call: name, input });
      return send(line, lastId) as Promise<never>;
    },
    waitFor: <Event extends News['event']>(event: Event) =>
      new Promise<Extract<News, { event: Event }>>((resolve) => {
        const is = (found: News): found is Extract<News, { event: Event }> => found.event === event;
        const already = news.find(is);
        if (already !== undefined) return resolve(already);
        const watch = (found: News): void => {
          if (!is(found)) return;
          watchers.delete(watch);
          resolve(found);
        };
        watchers.add(watch);
      }),
    signal: (name) => {
      child.kill(name);
    },
    end: () => {
      stdin.end();
      return exited;
    },
  };
}
