/**
 * One request over Node's own HTTP, and the whole of its answer. It follows no redirect, repeats nothing, uses no proxy
 * and logs nothing, and it writes into the exchange from when on the carrier may have read the request.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import { gunzip } from 'node:zlib';
import type { Exchange } from './exchange.ts';

/** Our own agents, so that no environment variable puts a proxy, another CA or a switched-off TLS check in between. */
export interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/** Where to, and what. */
export interface Request {
  readonly address: URL;
  readonly method: string;
  readonly headers: http.OutgoingHttpHeaders;
  /** Empty for a request without one. */
  readonly body: string;
}

export interface Response {
  readonly httpStatus: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/**
 * More sockets than there are ever requests under way, since how many may be is the dispatcher's decision. A connection
 * that was idle for long may be one that the other side has closed: a create that meets it ends as `unknown`, so old
 * connections are not kept.
 */
export function openAgents(): Agents {
  const shared = { keepAlive: true, maxSockets: 20, maxFreeSockets: 20, timeout: 10_000 };
  return { http: new http.Agent(shared), https: new https.Agent({ ...shared, rejectUnauthorized: true }) };
}

/**
 * An answer longer than this, unpacked, is not read to its end: a stranger on the way could fill the memory with it. A page
 * of a thousand texts, all of the longest and each character of them written as an escape, is a third of it.
 */
const longestAnswerBytes = 32 * 1024 * 1024;

/** Rejects when no whole answer came, for whatever reason; what that means is told by the exchange. */
export function sendRequest(
  { address, method, headers, body }: Request,
  agents: Agents,
  exchange: Exchange,
): Promise<Response> {
  const secure = address.protocol === 'https:';
  const [start, agent] = secure ? [https.request, agents.https] : [http.request, agents.http];
  return new Promise((resolve, reject) => {
    let isAnswering = false;
    const request = start(address, { method, headers, agent, signal: exchange.signal }, (response) => {
      isAnswering = true;
      readWhole(response).then(resolve, reject);
    });
    watchOpening(request, exchange, secure);
    request.on('error', reject);
    // An answer that wants to change the protocol ends the request with neither an answer nor an error.
    request.on('close', () => {
      if (!isAnswering) reject(new Error('the request ended without an answer'));
    });
    request.end(body);
  });
}

/**
 * Marks the exchange as opened at the first moment at which a byte of the request can leave. Node holds the request
 * back until a new socket is connected, and until the handshake is done and the certificate accepted where there is
 * TLS; each has an event that comes before the first write. A socket that was used before, or that is connected
 * already when we get to see it, counts as opened at once: an ECONNRESET on a kept-alive socket may mean that the
 * other side had closed it, or that it took the request and then died, and nobody can tell which.
 *
 * A connection that is there only after the deadline is of no use: the computer slept meanwhile, the deadline's timer with
 * it, and what was right to send when it was decided may not be any more.
 */
function watchOpening(request: http.ClientRequest, exchange: Exchange, secure: boolean): void {
  const open = (): void => {
    if (Date.now() > exchange.endsAt) request.destroy(new Error('the deadline passed before the connection was there'));
    else exchange.opened = true;
  };
  request.once('socket', (socket) => {
    const fresh = !request.reusedSocket && socket.connecting;
    if (fresh) socket.once(secure ? 'secureConnect' : 'connect', open);
    else open();
  });
}

function readWhole(response: http.IncomingMessage): Promise<Response> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const answer = (bytes: Buffer): void =>
      resolve({ httpStatus: response.statusCode ?? 0, headers: response.headers, text: bytes.toString('utf8') });
    let lengthBytes = 0;
    response.on('data', (chunk: Buffer) => {
      lengthBytes += chunk.length;
      if (lengthBytes <= longestAnswerBytes) chunks.push(chunk);
      else response.destroy(new Error('the answer is too long'));
    });
    response.on('error', reject);
    response.on('end', () => {
      const bytes = Buffer.concat(chunks);
      if (response.headers['content-encoding'] !== 'gzip') return answer(bytes);
      const limit = { maxOutputLength: longestAnswerBytes };
      return gunzip(bytes, limit, (error, whole) => (error === null ? answer(whole) : reject(error)));
    });
  });
}
