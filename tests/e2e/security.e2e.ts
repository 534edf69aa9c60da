import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { findElectron } from '../../scripts/electron/where.mjs';
import { menuVerbs } from '../../shared/contract/index.ts';
import { chooseFile } from './support/choose-file.ts';
import { test } from './support/desktop.ts';

test('the page has the bridge and nothing else of Node or Electron', async ({ desktop: { page } }) => {
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys(window.fieldline).sort(),
  }));
  expect(found).toEqual({ node: [], bridge: ['call', 'fileToken', 'on'] });
});

test('the page cannot put a bridge of its own in the place of ours', async ({ desktop: { page } }) => {
  const outcome = await page.evaluate(() => {
    const ours = window.fieldline;
    const attempt = (act: () => unknown) => {
      try {
        act();
      } catch {
        // Refused loudly; the others are refused in silence.
      }
    };
    attempt(() => Object.assign(window, { fieldline: { call: () => 'taken over' } }));
    attempt(() => Object.assign(window.fieldline, { call: () => 'taken over' }));
    return { isOurs: window.fieldline === ours, isCallOurs: window.fieldline.call.toString().includes('taken over') };
  });
  expect(outcome).toEqual({ isOurs: true, isCallOurs: false });
});

test('the window is sandboxed and isolated', async ({ desktop: { application } }) => {
  const preferences = await application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in Electron's types: it says what a page really got, which defaults of a later version may change.
    return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('nothing is framed or embedded in the page', async ({ desktop: { page, application } }) => {
  await page.evaluate(() => {
    for (const [name, url] of [
      ['iframe', 'app://fieldline/index.html'],
      ['iframe', 'https://example.com/'],
      ['iframe', 'data:text/html,framed'],
      ['webview', 'app://fieldline/index.html'],
      ['object', 'app://fieldline/index.html'],
      ['embed', 'app://fieldline/index.html'],
    ] as const) {
      const element = document.createElement(name);
      try {
        element.setAttribute(name === 'object' ? 'data' : 'src', url);
      } catch {
        // The content policy refuses some before they are anywhere.
      }
      document.body.append(element);
    }
    return new Promise((resolve) => setTimeout(resolve, 500));
  });
  const found = await application.evaluate(async ({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    const frames = contents?.mainFrame.framesInSubtree.slice(1) ?? [];
    // A frame that was refused shows Chromium's own error, which has no origin and none of what was wanted.
    const texts = frames.map((frame) => frame.executeJavaScript('document.documentElement.textContent'));
    return {
      pages: webContents.getAllWebContents().length,
      origins: frames.map(({ origin }) => origin).filter((origin) => origin !== 'null'),
      shown: (await Promise.all(texts)).filter((text) => /Fieldline|Example|framed/.test(String(text))),
    };
  });
  expect(found).toEqual({ pages: 1, origins: [], shown: [] });
});

test('the page downloads nothing', async ({ desktop: { page, application } }) => {
  const isAsked = await application.evaluate(({ session }) => {
    Object.assign(globalThis, { downloads: 0 });
    session.defaultSession.on('will-download', (event) => {
      // Ours comes first: what it has refused goes nowhere.
      if (!event.defaultPrevented) Object.assign(globalThis, { downloads: 1 });
    });
    return true;
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['rows']));
    link.download = 'rows.csv';
    document.body.append(link);
    link.click();
    return new Promise((resolve) => setTimeout(resolve, 500));
  });
  const downloads = await application.evaluate(() => (globalThis as unknown as { downloads: number }).downloads);
  expect({ isAsked, downloads }).toEqual({ isAsked: true, downloads: 0 });
});

test('no second window opens', async ({ desktop: { application, page } }) => {
  expect(await page.evaluate(() => window.open('app://fieldline/index.html') === null)).toBe(true);
  expect(await page.evaluate(() => window.open('https://example.com') === null)).toBe(true);
  expect(application.windows()).toHaveLength(1);
});

const elsewhere = ['https://example.com/', 'file:///etc/hostname', 'data:text/html,gone', 'app://elsewhere/index.html'];
for (const target of elsewhere) {
  test(`the window does not go to ${target}`, async ({ desktop: { application, page } }) => {
    await expect(page.getByLabel('Name of the campaign')).toBeFocused();
    await page.evaluate((url) => {
      location.href = url;
    }, target);
    // Playwright waits for a navigation that is refused, so main is asked what the window shows.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    const shown = await application.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return {
        url: contents?.getURL(),
        label: await contents?.executeJavaScript(`document.querySelector('h1').innerText`),
      };
    });
    expect(shown).toEqual({ url: 'app://fieldline/index.html', label: 'Name your campaign' });
  });
}

test('the content policy refuses scripts and styles inside the document, eval, and text as markup', async ({
  desktop: { page },
}) => {
  const outcome = await page.evaluate(async () => {
    const violations = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      violations.add(effectiveDirective);
    });
    // In a task of its own, because the debugger's own evaluation is excused from the policy. What is refused may
    // throw, or not; the violation is what counts.
    const attempt = (act: () => unknown) =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          resolve();
          act();
        });
      });
    const page = globalThis as { ran?: boolean };
    await attempt(() => {
      const script = document.createElement('script');
      script.append('globalThis.ran = true');
      document.head.append(script);
    });
    await attempt(() => document.body.setAttribute('onclick', 'globalThis.ran = true'));
    await attempt(() => {
      const style = document.createElement('style');
      style.append('body { display: none }');
      document.head.append(style);
    });
    await attempt(() => new Function('globalThis.ran = true')());
    await attempt(() => {
      document.createElement('div').innerHTML = '<b>bold</b>';
    });
    document.body.click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return {
      ran: page.ran ?? false,
      isHidden: getComputedStyle(document.body).display === 'none',
      violations: [...violations],
    };
  });
  expect(outcome).toEqual({
    ran: false,
    isHidden: false,
    violations: ['require-trusted-types-for', 'style-src-elem'],
  });
});

test('the content policy allows scripts and styles from the built page alone', async ({ desktop: { application } }) => {
  const policy = await application.evaluate(async ({ session }) => {
    const { headers } = await session.defaultSession.fetch('app://fieldline/index.html');
    return headers.get('content-security-policy');
  });
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).not.toContain('unsafe');
});

test('the page reaches no network, and asks for no device', async ({ desktop: { page } }) => {
  const outcome = await page.evaluate(async () => {
    const reached = (promise: Promise<unknown>) => promise.then(() => true).catch(() => false);
    return {
      http: await reached(fetch('http://127.0.0.1:9/')),
      notifications: await Notification.requestPermission(),
      media: await reached(navigator.mediaDevices.getUserMedia({ audio: true })),
    };
  });
  expect(outcome).toEqual({ http: false, notifications: 'denied', media: false });
});

test('every permission that Chromium knows is denied', async ({ desktop: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'screen-wake-lock',
      'storage-access',
      'background-sync',
    ];
    const stateOf = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => state,
        () => 'unknown',
      );
    return Promise.all(names.map(stateOf));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('the page reaches no network by the ways of a video call either', async ({ desktop: { page } }) => {
  let reached = 0;
  const count = () => {
    reached += 1;
  };
  const datagrams = createSocket('udp4').on('message', count);
  const connections = createServer((socket) => {
    count();
    socket.destroy();
  });
  datagrams.bind(0, '127.0.0.1');
  connections.listen(0, '127.0.0.1');
  await Promise.all([once(datagrams, 'listening'), once(connections, 'listening')]);
  const [udpPort, tcpPort] = [datagrams.address().port, (connections.address() as AddressInfo).port];

  const isGathered = await page.evaluate(
    async ([udp, tcp]) => {
      const iceServers = [
        { urls: `stun:127.0.0.1:${udp}` },
        { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, username: 'rosa', credential: 'rosa' },
      ];
      const peer = new RTCPeerConnection({ iceServers });
      const gathered = new Promise((resolve) => {
        peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(true);
      });
      peer.createDataChannel('way out');
      await peer.setLocalDescription(await peer.createOffer());
      return gathered;
    },
    [udpPort, tcpPort],
  );
  expect({ isGathered, reached }).toEqual({ isGathered: true, reached: 0 });
  datagrams.close();
  connections.close();
});

test('a path that the page makes up does not become a token', async ({ desktop: { page } }) => {
  const refused = await page.evaluate(() =>
    window.fieldline.fileToken(new File(['rows'], '/etc/hostname')).then(
      () => false,
      () => true,
    ),
  );
  expect(refused).toBe(true);
});

test('a file that a person chose becomes a token without its path', async ({ desktop: { page }, folder }) => {
  const chosen = join(folder, 'neighbours.csv');
  await writeFile(chosen, 'phone\n+12025550123\n');
  const token = await chooseFile(page, chosen);
  expect(token).toMatch(/^[0-9a-f-]{36}$/);
});

test('main refuses a call it does not know and an input it cannot read', async ({ desktop: { page } }) => {
  const answers = await page.evaluate(() =>
    Promise.all([
      window.fieldline.call('app/run-command', {}),
      window.fieldline.call('app/show-data-folder', { path: '/etc' }),
      window.fieldline.call('app/constructor', {}),
    ]),
  );
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual([
    'serve/unknown-call',
    'serve/bad-input',
    'serve/unknown-call',
  ]);
});

test('the page is served from its folder only', async ({ desktop: { application } }) => {
  const statuses = await application.evaluate(async ({ session }) => {
    const statusOf = async (path: string) => (await session.defaultSession.fetch(`app://fieldline/${path}`)).status;
    return Promise.all(
      ['index.html', '../main/index.mjs', '..%2fmain%2findex.mjs', '%2e%2e/main/index.mjs', 'missing.js', ''].map(
        statusOf,
      ),
    );
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
});

test('a crash leaves no dump of the memory behind', async ({ desktop: { application, page }, folder }) => {
  await expect(page.getByLabel('Name of the campaign')).toBeFocused();
  const pagePid = await application.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
  const isCrashed = page.waitForEvent('crash');
  process.kill(pagePid, 'SIGSEGV');
  await isCrashed;
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((file) => /\.dmp$|(^|\/)core(\.\d+)?$/.test(file))).toEqual([]);
});

/** Starts Fieldline once more on the folder, and gives the code with which it leaves. */
async function startAgain(folder: string, ...words: readonly string[]): Promise<unknown> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { executable, args, env } = findElectron();
  const second = spawn(executable, [...args, `--user-data-dir=${folder}`, root, ...words], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const [code] = await once(second, 'exit');
  return code;
}

test('a second Fieldline on the same folder leaves at once and brings the first one forward', async ({
  desktop,
  folder,
}) => {
  expect(await startAgain(folder)).toBe(0);
  expect(desktop.application.windows()).toHaveLength(1);
});

test('a link shows the window when it is known, and no link does anything else', async ({ desktop, folder }) => {
  const { page, application } = desktop;
  let printed = '';
  application.process().stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await application.evaluate(({ BrowserWindow }) => {
    Object.assign(globalThis, { shown: 0 });
    const count = () => Object.assign(globalThis, { shown: (globalThis as unknown as { shown: number }).shown + 1 });
    for (const window of BrowserWindow.getAllWindows()) Object.assign(window, { focus: count });
  });
  const shown = () => application.evaluate(() => (globalThis as unknown as { shown: number }).shown);
  expect(await startAgain(folder, 'fieldline://open/../../etc/passwd')).toBe(0);
  await expect.poll(() => printed).toContain('It has no effect.');
  expect(await shown()).toBe(0);
  expect(await startAgain(folder, 'fieldline://join/204816')).toBe(0);
  await expect.poll(shown).toBe(1);
  expect(printed).not.toMatch(/passwd|204816/);
  expect(page.url()).toBe('app://fieldline/index.html');
  expect(application.windows()).toHaveLength(1);
});

test('the menu asks the page, by words that both know', async ({ desktop: { page, application } }) => {
  await page.evaluate(() => {
    Object.assign(globalThis, { heard: [] });
    window.fieldline.on('menu', ({ verb }) => (globalThis as unknown as { heard: unknown[] }).heard.push(verb));
  });
  const clicked = await application.evaluate(({ Menu }, verbs) => {
    const items = verbs.map((verb) => Menu.getApplicationMenu()?.getMenuItemById(verb));
    for (const item of items) item?.click();
    return items.map((item) => item?.label);
  }, menuVerbs);
  expect(clicked).not.toContain(undefined);
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
  await expect.poll(heard).toEqual([...menuVerbs]);
});
