import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { findElectron } from '../../../scripts/electron/where.mjs';

/** Keys that measurements press, as the debugging port names them. */
const keys = {
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  'Control+4': { key: '4', code: 'Digit4', windowsVirtualKeyCode: 52, modifiers: 2 },
} as const;
export type DesktopKey = keyof typeof keys;

/** A real window, driven through its debugging port, so that no test tool's own start is in the figures. */
export interface DesktopWindow {
  /** Milliseconds from starting the process until the first heading was in the page and a frame had been made. */
  readonly usableAfterMs: number;
  /** Of the process that all the others of the application were started by. */
  readonly pid: number;
  /** Runs an expression in the page and gives its JSON value, awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Presses a key as the keyboard does and lets it go. Resolves when the page has heard both. */
  press(key: DesktopKey): Promise<void>;
  close(): Promise<void>;
}

/**
 * The window counts as usable when its heading is there, styled and laid out, and the next frame has begun. A heading
 * that only says that the campaign is being opened is a status, and does not count.
 */
const usable = `new Promise((resolve) => {
  const look = () => document.querySelector('h1:not([role=status] *)')?.getClientRects().length
    ? requestAnimationFrame(() => resolve(true))
    : setTimeout(look, 4);
  look();
})`;

const startLimitMs = 60_000;

/** Starts the application in `folder` on the data in `dataFolder` and waits until its window is usable. */
export async function openDesktopWindow(folder: string, dataFolder: string): Promise<DesktopWindow> {
  const { executable, args, env } = findElectron();
  const startedMs = performance.now();
  const flags = ['--remote-debugging-port=0', `--user-data-dir=${dataFolder}`, '--lang=en-US'];
  const child = spawn(executable, [...args, ...flags, folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    child.kill();
    await exited;
  };

  try {
    const origin = await Promise.race([
      debuggingOrigin(child.stderr),
      exited.then(() => fail('it left before its window')),
    ]);
    const page = await connect(await pageAddress(origin, startedMs));
    await waitUntilUsable(page, startedMs);
    return { usableAfterMs: performance.now() - startedMs, pid: child.pid ?? 0, ...page, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

function debuggingOrigin(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: stderr }).on('line', (line) => {
      const found = /DevTools listening on ws:\/\/([^/]+)\//.exec(line);
      if (found?.[1] !== undefined) resolve(`http://${found[1]}`);
    });
  });
}

async function pageAddress(origin: string, startedMs: number): Promise<string> {
  while (performance.now() - startedMs < startLimitMs) {
    const targets = (await (await fetch(`${origin}/json/list`)).json()) as {
      type: string;
      webSocketDebuggerUrl: string;
    }[];
    const page = targets.find(({ type }) => type === 'page');
    if (page !== undefined) return page.webSocketDebuggerUrl;
    await wait(4);
  }
  return fail('no window came');
}

interface Evaluated {
  readonly result?: {
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
  };
  readonly error?: { readonly message: string };
}

async function connect(address: string): Promise<Pick<DesktopWindow, 'evaluate' | 'press'>> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  let lastId = 0;
  const waiting = new Map<number, (message: Evaluated) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data));
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  };
  const ask = async (method: string, params: object): Promise<Evaluated['result']> => {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<Evaluated>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answered;
    return error === undefined ? result : fail(error.message);
  };
  return {
    evaluate: async (expression) => {
      const result = await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      const thrown = result?.exceptionDetails;
      return thrown === undefined ? result?.result?.value : fail(thrown.exception?.description ?? thrown.text);
    },
    press: async (key) => {
      await ask('Input.dispatchKeyEvent', { type: 'text' in keys[key] ? 'keyDown' : 'rawKeyDown', ...keys[key] });
      await ask('Input.dispatchKeyEvent', { type: 'keyUp', ...keys[key] });
    },
  };
}

/** A window begins with a page that is thrown away, and a question to that page is lost with it. */
async function waitUntilUsable(page: Pick<DesktopWindow, 'evaluate'>, startedMs: number): Promise<void> {
  while (performance.now() - startedMs < startLimitMs) {
    const answer = await Promise.race([
      page.evaluate(usable).catch(() => false),
      wait(startLimitMs, false, { ref: false }),
    ]);
    if (answer === true) return;
    await wait(2);
  }
  fail('it did not become usable');
}

function fail(reason: string): never {
  throw new Error(`the window could not be measured: ${reason}`);
}
