/** Servers on a random loopback port whose answers a test writes itself, and which remember what they were asked. */
import * as http from 'node:http';
import * as net from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly headers: http.IncomingHttpHeaders;
}

export interface LoopbackServer {
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface AnsweringServer extends LoopbackServer {
  readonly seen: SeenRequest[];
}

async function listen(server: net.Server, protocol: 'http' | 'https'): Promise<LoopbackServer> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    origin: `${protocol}://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** An HTTP server; the test's function gets each request when its body is whole. */
export async function serveHttp(
  answer: (request: SeenRequest, response: http.ServerResponse) => void,
): Promise<AnsweringServer> {
  const seen: SeenRequest[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://loopback');
      const entry: SeenRequest = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        form: new URLSearchParams(Buffer.concat(chunks).toString()),
        headers: request.headers,
      };
      seen.push(entry);
      answer(entry, response);
    });
  });
  return { ...(await listen(server, 'http')), seen };
}

/** A server below HTTP: the test's function gets each connection as it comes. */
export async function serveSockets(
  answer: (socket: net.Socket) => void,
  protocol: 'http' | 'https' = 'http',
): Promise<LoopbackServer> {
  return listen(net.createServer(answer), protocol);
}

/** An address at which nothing listens. */
export async function closedOrigin(): Promise<string> {
  const server = await serveSockets(() => undefined);
  await server.close();
  return server.origin;
}

export function sendJson(
  response: http.ServerResponse,
  httpStatus: number,
  body: unknown,
  headers: http.OutgoingHttpHeaders = {},
): void {
  response.writeHead(httpStatus, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
