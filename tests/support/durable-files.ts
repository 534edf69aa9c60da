import type { TraceEvent } from './system-calls.ts';

/** What of some files is on the disk for certain: what was written before a flush that has ended. */
export interface DurableFiles {
  /** Follows a program, call by call. @throws Error for a write of which nobody can tell where it went. */
  follow(event: TraceEvent): void;
  /** What a power cut at this moment leaves, at the least. */
  contentOf(path: string): Uint8Array;
}

interface Change {
  readonly number: number;
  readonly apply: (content: Uint8Array) => Uint8Array;
}

interface File {
  content: Uint8Array;
  waiting: readonly Change[];
}

/** @param contents of the files by their paths, as they are before the program begins; the program makes those that are empty. */
export function followFiles(contents: ReadonlyMap<string, Uint8Array>): DurableFiles {
  const files = new Map([...contents].map(([path, content]): [string, File] => [path, { content, waiting: [] }]));
  /** By thread: the last change that the flush under way is sure to bring to the disk. */
  const flushes = new Map<string, number>();
  let changes = 0;

  function change(file: File, apply: Change['apply']): void {
    changes += 1;
    file.waiting = [...file.waiting, { number: changes, apply }];
  }

  function flush(file: File, upTo: number): void {
    for (const { apply, number } of file.waiting) if (number <= upTo) file.content = apply(file.content);
    file.waiting = file.waiting.filter(({ number }) => number > upTo);
  }

  return {
    follow: ({ kind, call, thread }) => {
      const file = files.get(call.path);
      if (file === undefined) return;
      const isFlush = call.name === 'fsync' || call.name === 'fdatasync';
      if (isFlush && kind === 'begun') flushes.set(thread, changes);
      if (kind === 'begun' || call.result < 0) return;
      if (isFlush) flush(file, flushes.get(thread) ?? 0);
      else if (call.name === 'ftruncate') change(file, (content) => resized(content, call.numbers[0] ?? 0));
      else if (call.name === 'pwrite64') change(file, (content) => written(content, call.bytes, call.numbers[1] ?? 0));
      else throw new Error(`nobody can tell where ${call.name} wrote`);
    },
    contentOf: (path) => files.get(path)?.content ?? new Uint8Array(),
  };
}

function resized(content: Uint8Array, length: number): Uint8Array {
  const fresh = new Uint8Array(length);
  fresh.set(content.subarray(0, length));
  return fresh;
}

function written(content: Uint8Array, bytes: Uint8Array, offset: number): Uint8Array {
  const fresh = resized(content, Math.max(content.length, offset + bytes.length));
  fresh.set(bytes, offset);
  return fresh;
}
