import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { inspect, promisify } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTwilioCarrier } from '../../../main/carrier/index.ts';
import { asE164 } from '../../../shared/domain/phone.ts';
import { accountSid, carrierAt, errorJson, messageJson, messageSid, options, request, secret } from './builders.ts';
import { closedOrigin, sendJson, serveHttp } from './loopback-server.ts';

const basicAuth = Buffer.from(`${accountSid}:${secret}`).toString('base64');

function everythingIn(value: unknown): string {
  return [
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }),
    JSON.stringify(value),
    value instanceof Error ? `${value.stack} ${inspect(value.cause)}` : '',
  ].join('\n');
}

function expectNoSecret(value: unknown): void {
  const text = everythingIn(value);
  expect(text).not.toContain(secret);
  expect(text).not.toContain(basicAuth);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the credentials', () => {
  test('are in nothing that the carrier returns, however a call ends', async () => {
    const token = { auth_token: secret, friendly_name: secret.slice(0, 3), status: 'active', sid: accountSid };
    const answers = [
      [201, messageJson()],
      [200, token],
      [400, { ...errorJson(21610, 400), message: secret }],
      [401, { ...errorJson(20003, 401), message: basicAuth }],
      [429, ''],
      [500, secret],
    ] as const;
    for (const [httpStatus, body] of answers) {
      const server = await serveHttp((_, response) => sendJson(response, httpStatus, body));
      const carrier = carrierAt(server.origin);
      expectNoSecret(await carrier.createMessage(request, options));
      expectNoSecret(await carrier.listMessages({ pageSize: 1 }, options));
      expectNoSecret(await carrier.fetchMessage(messageSid, options));
      expectNoSecret(await carrier.buyNumber(asE164('+12025550177'), options));
      expectNoSecret(await carrier.checkAccount(options));
      expectNoSecret(await carrier.lookUpPhone(asE164('+12025550123'), options));
      expectNoSecret(carrier);
      carrier.close();
      await server.close();
    }
  });

  test('are in nothing that the carrier returns when the network fails', async () => {
    const carrier = carrierAt(await closedOrigin());
    expectNoSecret(await carrier.createMessage(request, options));
    expectNoSecret(await carrier.checkAccount(options));
    expectNoSecret(carrier);
  });

  test('are not in what is thrown when the package refuses to make a request', async () => {
    const carrier = carrierAt(await closedOrigin());
    const thrown = await carrier.fetchMessage('SM/../x', options).then(
      () => null,
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(Error);
    expectNoSecret(thrown);
  });

  test('are not in the error about an address that holds them', () => {
    const address = `https://${accountSid}:${secret}@evil.example/${secret}`;
    expectNoSecret(createTwilioCarrier({ credentials: { accountSid, secret }, address }));
  });

  test('are not printed, nor is any request, when the package is told by the environment to log', async () => {
    vi.stubEnv('TWILIO_LOG_LEVEL', 'debug');
    const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const server = await serveHttp((_, response) => sendJson(response, 201, messageJson()));
    const carrier = carrierAt(server.origin);
    await carrier.createMessage(request, options);
    expect(print).not.toHaveBeenCalled();
    print.mockRestore();
    carrier.close();
    await server.close();
  });
});

describe('requests stay on their way', () => {
  test('when a redirect points to another host', async () => {
    const elsewhere = await serveHttp((_, response) => sendJson(response, 201, messageJson()));
    const server = await serveHttp((_, response) => response.writeHead(307, { location: elsewhere.origin }).end());
    const carrier = carrierAt(server.origin);
    expect(await carrier.createMessage(request, options)).toMatchObject({ kind: 'unknown' });
    expect(await carrier.listMessages({ pageSize: 1 }, options)).toMatchObject({ ok: false });
    expect(await carrier.fetchMessage(messageSid, options)).toMatchObject({ ok: false });
    expect(elsewhere.seen).toEqual([]);
    carrier.close();
    await server.close();
    await elsewhere.close();
  });

  test('when the environment names proxies, a region, an edge and another CA', async () => {
    const proxy = await serveHttp((_, response) => sendJson(response, 201, messageJson()));
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) {
      vi.stubEnv(name, proxy.origin);
    }
    vi.stubEnv('NO_PROXY', '');
    vi.stubEnv('no_proxy', '');
    vi.stubEnv('TWILIO_REGION', 'xx1');
    vi.stubEnv('TWILIO_EDGE', 'nowhere');
    vi.stubEnv('TWILIO_CA_BUNDLE', '/does/not/exist.pem');
    const server = await serveHttp((_, response) => sendJson(response, 201, messageJson()));
    const carrier = carrierAt(server.origin);
    expect(await carrier.createMessage(request, options)).toMatchObject({ kind: 'accepted' });
    expect([server.seen.length, proxy.seen.length]).toEqual([1, 0]);
    carrier.close();
    await server.close();
    await proxy.close();
  });
});

test('the door loads the carrier’s package only when it is warmed up', async () => {
  const door = join(import.meta.dirname, '../../../main/carrier/index.ts');
  const script = `
    import { createRequire } from 'node:module';
    import { pathToFileURL } from 'node:url';
    const { createTwilioCarrier } = await import(pathToFileURL(${JSON.stringify(door)}).href);
    const packageFiles = () => Object.keys(createRequire(import.meta.url).cache).filter((file) => /[\\\\/]twilio[\\\\/]lib[\\\\/]/.test(file)).length;
    const credentials = { accountSid: ${JSON.stringify(accountSid)}, secret: 'x' };
    const { value: carrier } = createTwilioCarrier({ credentials, address: 'http://127.0.0.1:9' });
    const before = packageFiles();
    await carrier.warmUp();
    console.log(JSON.stringify({ before, loads: packageFiles() > 50 }));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(JSON.parse(stdout)).toEqual({ before: 0, loads: true });
});
