import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Counts } from '../../main/carrier/simulator/counts.ts';
import type { KnobChanges, Knobs } from '../../main/carrier/simulator/knobs.ts';
import type { AcceptanceRow } from '../../main/carrier/simulator/message-rows.ts';
import type { SimulatorReady } from '../../main/carrier/simulator/start.ts';

export type { Counts, KnobChanges, Knobs, SimulatorReady };
export type Accepted = AcceptanceRow;

export interface SimulatorProcessOptions {
  readonly seed?: string;
  readonly speed?: number;
  /** To come back on the same address after a kill, give the port of the first start. */
  readonly port?: number;
  readonly dataFile?: string;
  readonly numberCount?: number;
  readonly knobs?: KnobChanges;
  readonly readyFile?: string;
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ClockMove {
  readonly setTo?: number;
  readonly advanceMs?: number;
  readonly freeze?: boolean;
}

export interface InboundText {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly optOut?: boolean;
}

/** The control door of a running simulator. Every verb throws when the simulator does not answer with success. */
export interface SimulatorControl {
  knobs(): Promise<Knobs>;
  turn(changes: KnobChanges): Promise<Knobs>;
  clock(): Promise<{ nowAt: number; frozen: boolean }>;
  /** What becomes due through the move has happened when this resolves. */
  moveClock(move: ClockMove): Promise<{ nowAt: number; frozen: boolean }>;
  write(text: InboundText): Promise<{ sid: string }>;
  /** Everything that was accepted, in its order; `to` picks one phone. */
  accepted(to?: string): Promise<Accepted[]>;
  /** @param graceMs how long after an opt-out an acceptance is not counted as late; 0 unless given. */
  counts(graceMs?: number): Promise<Counts>;
}

export interface SimulatorProcess extends SimulatorControl {
  readonly pid: number;
  readonly ready: SimulatorReady;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
  /** Closes its standard input, as the death of its parent does; gives the exit code. */
  closeInput(): Promise<number | null>;
  /** SIGKILL: nothing is tidied up. */
  kill(): Promise<void>;
}

const entry = fileURLToPath(new URL('../../main/carrier/simulator/index.ts', import.meta.url));

/** Spawns a simulator and waits for its ready line. It also ends when this process does. Throws when it ends before. */
export async function startSimulatorProcess(options: SimulatorProcessOptions = {}): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, [entry, '--with-parent', ...argumentsOf(options)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const line = await Promise.race([firstLine(child.stdout), ended.then(() => null)]);
  if (line === null || child.pid === undefined) throw new Error(`the simulator did not start: ${complaints}`);
  const ready = JSON.parse(line) as SimulatorReady;
  // A simulator that breaks down in the middle of a test says why where the test's failure stands.
  child.stderr.pipe(process.stderr);
  return {
    pid: child.pid,
    ready,
    ...controlOf(ready),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    closeInput: () => {
      child.stdin.end();
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The control door of a simulator that somebody else started. */
export function controlOf(ready: Pick<SimulatorReady, 'controlUrl' | 'controlToken'>): SimulatorControl {
  async function ask<Value>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Value> {
    const response = await fetch(`${ready.controlUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${ready.controlToken}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Value;
  }

  async function accepted(to?: string): Promise<Accepted[]> {
    const all: Accepted[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const query = new URLSearchParams({ after: String(after), limit: '10000', ...(to === undefined ? {} : { to }) });
      const page: { accepted: Accepted[]; next: number | null } = await ask('GET', `/accepted?${query}`);
      all.push(...page.accepted);
      after = page.next;
    }
    return all;
  }

  return {
    knobs: () => ask('GET', '/knobs'),
    turn: (changes) => ask('POST', '/knobs', changes),
    clock: () => ask('GET', '/clock'),
    moveClock: (move) => ask('POST', '/clock', move),
    write: (text) => ask('POST', '/inbound', text),
    accepted,
    counts: (graceMs = 0) => ask('GET', `/counts?graceMs=${graceMs}`),
  };
}

function argumentsOf(options: SimulatorProcessOptions): string[] {
  const given: readonly (readonly [string, string | number | undefined])[] = [
    ['--seed', options.seed],
    ['--speed', options.speed],
    ['--port', options.port],
    ['--data', options.dataFile],
    ['--numbers', options.numberCount],
    ['--knobs', options.knobs === undefined ? undefined : JSON.stringify(options.knobs)],
    ['--ready-file', options.readyFile],
  ];
  return given.flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)]));
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
  });
}
