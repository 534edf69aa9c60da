/**
 * What a program asked of the operating system, in the order in which it happened. A call has begun at one place of that
 * order and ended at a later one: what ended before another began was done before it, on whichever thread.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface SystemCall {
  readonly name: string;
  /** The file or the socket that it is about; empty when it is none. */
  readonly path: string;
  readonly socket: string;
  /** All that was written, in one piece. */
  readonly bytes: Uint8Array;
  /** The numbers among the arguments, the descriptor left out. */
  readonly numbers: readonly number[];
  /** What the operating system returned; -1 for all that failed. */
  readonly result: number;
}

export type TraceEvent = { readonly kind: 'begun' | 'ended'; readonly call: SystemCall; readonly thread: string };

const traced = 'fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg,ftruncate';
/** Far more than a page of a store or a request to the carrier; what is longer would be cut. */
const longestBytes = 100_000;

/** The command under which a program's calls are written to a file. */
export function tracedTo(file: string): string[] {
  return [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-y',
    '-xx',
    '-s',
    String(longestBytes),
    '-e',
    `trace=${traced}`,
    '-o',
    file,
  ];
}

/** Whether calls can be traced here: on Linux with strace, where one may. */
export function canTrace(): boolean {
  const [command = '', ...words] = tracedTo('/dev/null');
  return process.platform === 'linux' && spawnSync(command, [...words, 'true']).status === 0;
}

/** Reads such a file. @throws Error for a call of which it does not tell all. */
export function readTrace(file: string): TraceEvent[] {
  const underWay = new Map<string, string>();
  const events: TraceEvent[] = [];
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const { thread, rest } = /^(?<thread>\d+) +(?<rest>.*)$/.exec(line)?.groups ?? {};
    if (thread === undefined || rest === undefined || /^(?:---|\+\+\+)/.test(rest)) continue;
    const unfinished = / <unfinished \.\.\.>$/.exec(rest);
    const resumed = /^<\.\.\. \w+ resumed>/.exec(rest);
    if (unfinished !== null) {
      const begun = rest.slice(0, unfinished.index);
      underWay.set(thread, begun);
      events.push({ kind: 'begun', call: callOf(begun), thread });
    } else if (resumed !== null) {
      const call = callOf(`${underWay.get(thread) ?? ''}${rest.slice(resumed[0].length)}`);
      events.push({ kind: 'ended', call, thread });
    } else {
      const call = callOf(rest);
      events.push({ kind: 'begun', call, thread }, { kind: 'ended', call, thread });
    }
  }
  return events;
}

/** Everything in quotes and in angle brackets is in hexadecimal, so that nothing in it looks like the end of something. */
function callOf(text: string): SystemCall {
  const {
    name = '',
    about = '',
    given = '',
    result = '-1',
  } = /^(?<name>\w+)\(\d+(?:<(?<about>[^>]*)>)?(?<given>.*?)(?:\) += (?<result>-?\d+).*)?$/.exec(text)?.groups ?? {};
  if (given.includes('"...')) throw new Error(`the trace has cut what was given to ${name}`);
  const strings = [...given.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => bytesOf(hex));
  const numbers = given.replaceAll(/"[^"]*"/g, '').match(/(?<=, )\d+\b/g) ?? [];
  const what = Buffer.from(bytesOf(about)).toString('utf8');
  return {
    name,
    path: what.startsWith('/') ? what : '',
    socket: /^(?:socket|TCP)/.test(what) ? what : '',
    bytes: Buffer.concat(strings),
    numbers: numbers.map(Number),
    result: Number(result),
  };
}

function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}
