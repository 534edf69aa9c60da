import * as https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import * as tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carrierAt, messageJson, options, request } from './builders.ts';
import { certificate, certificateKey } from './loopback-certificate.ts';

/** What Twilio's real host looks like to us: TLS, HTTP inside it, and a request that we can count. */
let server: https.Server;
let origin: string;
let requestCount: number;
let answer: (socket: Socket) => void;
const trusted = tls.getCACertificates('default');

beforeEach(async () => {
  requestCount = 0;
  server = https.createServer({ key: certificateKey, cert: certificate }, (incoming) => {
    incoming.resume().on('end', () => {
      requestCount += 1;
      answer(incoming.socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  tls.setDefaultCACertificates(trusted);
  server.closeAllConnections();
  server.close();
});

function accept(socket: Socket): void {
  const body = JSON.stringify(messageJson());
  const head = `HTTP/1.1 201 Created\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.end(head + body);
}

describe('over TLS', () => {
  test('a host whose certificate is not trusted never sees the request, and nothing was accepted', async () => {
    answer = accept;
    const carrier = carrierAt(origin);
    const outcome = await carrier.createMessage(request, options);
    carrier.close();
    expect(outcome).toEqual({ kind: 'not-accepted', reason: 'unreachable' });
    expect(requestCount).toBe(0);
  });

  test('a request that the carrier read before it went away is uncertain, also on a resumed session', async () => {
    tls.setDefaultCACertificates([...trusted, certificate]);
    const carrier = carrierAt(origin);
    answer = accept;
    expect(await carrier.createMessage(request, options)).toMatchObject({ kind: 'accepted' });
    answer = (socket) => socket.destroy();
    for (const _ of [1, 2]) {
      expect(await carrier.createMessage(request, options)).toEqual({ kind: 'unknown', reason: 'connection-lost' });
    }
    carrier.close();
    expect(requestCount).toBe(3);
  });
});
