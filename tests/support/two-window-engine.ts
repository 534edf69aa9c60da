/**
 * The engine behind its other door, as the desktop runs it: this program is its parent and its two windows, each with a
 * port of its own. What comes in at the input names its window, the first one unless it says so: `{ "window": 1, ... }`.
 */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createInterface } from 'node:readline';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { ParentPort, Port } from '../../main/serve/port-door.ts';
import type { FromEngine, ToEngine } from '../../shared/contract/index.ts';

interface Request {
  readonly id: number;
  readonly window?: number;
  readonly register?: string;
}

const toEngine = new EventEmitter();
const windows: MessagePort[] = [];

function say(message: unknown): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function tell(data: ToEngine, ports: readonly Port[] = []): void {
  toEngine.emit('message', { data, ports });
}

/** As Electron hands it to a utility process. */
function portOf(port: MessagePort): Port {
  return {
    on: (event: 'message' | 'close', listen: (message: { readonly data: unknown }) => void) =>
      port.on(event, (data: unknown) => listen({ data })),
    start: () => port.start(),
    postMessage: (message) => port.postMessage(message),
  };
}

function openWindow(): void {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', say);
  windows.push(port1);
  tell({ kind: 'connect' }, [portOf(port2)]);
}

function hear(message: FromEngine): void {
  if (message.kind === 'failed') say({ event: 'failed', error: message.error, sentence: '' });
  if (message.kind !== 'ready') return;
  openWindow();
  openWindow();
  say({ event: 'ready', mode: 'practice' });
}

const parentPort: ParentPort = { on: (event, listen) => toEngine.on(event, listen), postMessage: hear };
Object.assign(process, { parentPort });

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { window = 0, register, ...request } = JSON.parse(line) as Request;
    if (register === undefined) {
      windows[window]?.postMessage(request);
      return;
    }
    const token = randomUUID();
    tell({ kind: 'register-file', token, path: register });
    say({ id: request.id, ok: true, value: { token } });
  })
  .on('close', () => tell({ kind: 'stop' }));

await import('../../main/engine.ts');
