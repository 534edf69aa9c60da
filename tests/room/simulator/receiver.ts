import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly method: string;
  /** The URL as it was called, with its query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly params: Record<string, string>;
}

export interface Receiver {
  readonly baseUrl: string;
  readonly received: Received[];
  /** How often somebody connected, whatever they wanted. */
  connections(): number;
}

/** A customer's web server on loopback that writes down what it is called with. Answers with the status the path ends in, or 200. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let baseUrl = '';
  let connectionCount = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const url = baseUrl + request.url;
    const params = Object.fromEntries(new URLSearchParams(body));
    received.push({ method: request.method ?? '', url, headers: request.headers, params });
    const status = Number(/\/(\d{3})$/.exec(new URL(url).pathname)?.[1] ?? 200);
    response.writeHead(status, { 'content-type': 'text/xml' }).end('<Response></Response>');
  });
  server.on('connection', () => {
    connectionCount += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl, received, connections: () => connectionCount };
}
