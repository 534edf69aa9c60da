import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { Carrier } from '../../../main/carrier/index.ts';
import { carrierAt, errorJson, messageJson, messageSid, options, request } from './builders.ts';
import { closedOrigin, type LoopbackServer, sendJson, serveHttp, serveSockets } from './loopback-server.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

function at(server: LoopbackServer): Carrier {
  const carrier = carrierAt(server.origin);
  open.push(server, carrier);
  return carrier;
}

describe('a message that the carrier answers', () => {
  test('is accepted with its id, status, segments and the carrier’s clock', async () => {
    const server = await serveHttp((_, response) =>
      sendJson(response, 201, messageJson({ num_segments: '2' }), { date: 'Thu, 24 Aug 2023 05:01:46 GMT' }),
    );
    expect(await at(server).createMessage(request, options)).toEqual({
      kind: 'accepted',
      carrierId: messageSid,
      status: { known: true, name: 'queued' },
      segments: 2,
      serverAt: Date.UTC(2023, 7, 24, 5, 1, 46),
    });
  });

  test('is one form post to its account, with the credentials in the header', async () => {
    const server = await serveHttp((_, response) => sendJson(response, 201, messageJson()));
    const carrier = at(server);
    const body = 'Peçanha & “friends” = 100 % + 😀\nbye';
    const statusCallbackUrl = 'https://relay.example.org/status?id=7';
    await carrier.createMessage({ ...request, body, validitySeconds: 3_600, statusCallbackUrl }, options);
    expect(server.seen).toHaveLength(1);
    const [seen] = server.seen;
    expect(seen?.method).toBe('POST');
    expect(seen?.path).toBe(`/2010-04-01/Accounts/${carrier.accountId}/Messages.json`);
    expect(Object.fromEntries(seen?.form ?? [])).toEqual({
      To: request.to,
      From: request.from,
      Body: body,
      ValidityPeriod: '3600',
      StatusCallback: statusCallbackUrl,
    });
    expect(seen?.headers.authorization).toMatch(/^Basic /);
  });

  test('with a status that we do not know is accepted all the same', async () => {
    const server = await serveHttp((_, response) => sendJson(response, 201, messageJson({ status: 'teleported' })));
    expect(await at(server).createMessage(request, options)).toMatchObject({
      kind: 'accepted',
      status: { known: false, text: 'teleported' },
    });
  });

  test.each([
    [400, 21610, 'message'],
    [400, 21606, 'number'],
    [401, 20003, 'account'],
    [403, 99999, 'account'],
    [400, 99999, 'message'],
  ])('is refused when the answer is %d with code %d, which reaches the %s', async (httpStatus, code, scope) => {
    const server = await serveHttp((_, response) => sendJson(response, httpStatus, errorJson(code, httpStatus)));
    expect(await at(server).createMessage(request, options)).toMatchObject({
      kind: 'refused',
      code,
      httpStatus,
      scope,
    });
  });

  test('is not accepted when the account is asked to slow down, and is not tried again by itself', async () => {
    const server = await serveHttp((_, response) =>
      sendJson(response, 429, errorJson(20429, 429), { 'retry-after': '7' }),
    );
    const outcome = await at(server).createMessage(request, options);
    expect(outcome).toMatchObject({ kind: 'not-accepted', reason: 'rate', retryAfterMs: 7_000 });
    expect(server.seen).toHaveLength(1);
  });

  test('is not accepted when the queue of its number is full', async () => {
    const server = await serveHttp((_, response) => sendJson(response, 400, errorJson(21611, 400)));
    expect(await at(server).createMessage(request, options)).toMatchObject({
      kind: 'not-accepted',
      reason: 'queue-full',
    });
  });
});

describe('a message whose fate is uncertain', () => {
  const uncertain: [string, (response: ServerResponse) => void, object][] = [
    ['500', (r) => sendJson(r, 500, errorJson(20500, 500)), { reason: 'carrier-fault', httpStatus: 500 }],
    ['503', (r) => sendJson(r, 503, errorJson(20503, 503), { 'retry-after': '1' }), { reason: 'carrier-fault' }],
    ['a page of HTML', (r) => r.writeHead(200).end('<p>Welcome to our Wi-Fi'), { reason: 'unreadable-answer' }],
    ['a success without an id', (r) => sendJson(r, 201, messageJson({ sid: null })), { reason: 'unreadable-answer' }],
    ['nothing', (r) => r.writeHead(201).end(), { reason: 'unreadable-answer' }],
    ['a refusal that is not the carrier’s', (r) => r.writeHead(403).end('no'), { reason: 'unreadable-answer' }],
    ['a time-out of somebody between', (r) => sendJson(r, 408, errorJson(21610, 408)), { reason: 'unreadable-answer' }],
    ['a redirect', (r) => r.writeHead(307, { location: '/elsewhere' }).end(), { reason: 'unreadable-answer' }],
    [
      'a body that breaks off',
      (r) => {
        r.writeHead(201, { 'content-length': '1000' });
        r.write('{"sid":"SM', () => r.socket?.destroy());
      },
      { reason: 'connection-lost' },
    ],
    [
      'a change of the protocol',
      (r) => r.socket?.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
      { reason: 'connection-lost' },
    ],
    [
      'one without an end',
      (r) => {
        const more = () => {
          while (!r.destroyed && r.write(' '.repeat(1_000_000)));
        };
        r.writeHead(201).on('drain', more);
        more();
      },
      { reason: 'connection-lost' },
    ],
    [
      'packed so that it would fill the memory',
      (r) => r.writeHead(201, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(40_000_000, ' '))),
      { reason: 'connection-lost' },
    ],
    ['a connection that closes without a word', (r) => r.socket?.destroy(), { reason: 'connection-lost' }],
    ['a connection that is reset', (r) => r.socket?.resetAndDestroy(), { reason: 'connection-lost' }],
  ];

  test.each(uncertain)('is unknown when the answer is %s', async (_, answer, expected) => {
    const server = await serveHttp((_request, response) => answer(response));
    expect(await at(server).createMessage(request, options)).toMatchObject({ kind: 'unknown', ...expected });
    expect(server.seen).toHaveLength(1);
  });

  test('is unknown when no answer comes in time', async () => {
    const server = await serveHttp(() => undefined);
    expect(await at(server).createMessage(request, { timeoutMs: 300 })).toEqual({ kind: 'unknown', reason: 'timeout' });
  });

  test('is unknown when an answer trickles for longer than the caller waits', async () => {
    const server = await serveHttp((_, response) => {
      response.writeHead(201, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    });
    expect(await at(server).createMessage(request, { timeoutMs: 400 })).toEqual({ kind: 'unknown', reason: 'timeout' });
  });

  test('is unknown when the caller withdraws it after the carrier read it', async () => {
    const controller = new AbortController();
    const server = await serveHttp(() => controller.abort());
    const outcome = await at(server).createMessage(request, { ...options, signal: controller.signal });
    expect(outcome).toEqual({ kind: 'unknown', reason: 'withdrawn' });
  });

  test('is unknown when a connection that was used before turns out to be closed', async () => {
    let answered = 0;
    const server = await serveSockets((socket) => {
      socket.on('data', () => {
        answered += 1;
        if (answered > 1) return socket.resetAndDestroy();
        const body = JSON.stringify(messageJson());
        return socket.write(`HTTP/1.1 201 Created\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      });
    });
    const carrier = at(server);
    expect(await carrier.createMessage(request, options)).toMatchObject({ kind: 'accepted' });
    expect(await carrier.createMessage(request, options)).toEqual({ kind: 'unknown', reason: 'connection-lost' });
  });
});

describe('a message that provably never left', () => {
  const unreachable = { kind: 'not-accepted', reason: 'unreachable' };

  test('is not accepted when nobody listens', async () => {
    const carrier = carrierAt(await closedOrigin());
    open.push(carrier);
    expect(await carrier.createMessage(request, options)).toEqual(unreachable);
  });

  test('is not accepted when the other side speaks no TLS', async () => {
    const server = await serveSockets((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'https');
    expect(await at(server).createMessage(request, options)).toEqual(unreachable);
  });

  test('is not accepted when the connection is reset within the TLS handshake', async () => {
    const server = await serveSockets((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    }, 'https');
    expect(await at(server).createMessage(request, options)).toEqual(unreachable);
  });

  test('is not accepted when the TLS handshake outlasts the caller’s patience', async () => {
    const server = await serveSockets(() => undefined, 'https');
    expect(await at(server).createMessage(request, { timeoutMs: 300 })).toEqual(unreachable);
  });

  test('is not accepted when the caller withdrew it before it was asked for', async () => {
    const server = await serveHttp((_, response) => sendJson(response, 201, messageJson()));
    const carrier = at(server);
    const outcome = await carrier.createMessage(request, { ...options, signal: AbortSignal.abort() });
    expect(outcome).toEqual({ kind: 'not-accepted', reason: 'withdrawn' });
    // A second request over the same agent proves that the first was not merely late.
    await carrier.createMessage({ ...request, body: 'second' }, options);
    expect(server.seen.map((seen) => seen.form.get('Body'))).toEqual(['second']);
  });
});

test('many messages at once each get their own outcome', async () => {
  const server = await serveHttp((seen, response) => {
    const code = Number(seen.form.get('Body'));
    setTimeout(() => sendJson(response, 400, errorJson(code, 400)), code % 7);
  });
  const carrier = at(server);
  const codes = Array.from({ length: 60 }, (_, index) => 40_000 + index);
  const outcomes = await Promise.all(
    codes.map((code) => carrier.createMessage({ ...request, body: String(code) }, options)),
  );
  expect(outcomes.map((outcome) => outcome.kind === 'refused' && outcome.code)).toEqual(codes);
});
