/**
 * HTTP around the carrier: reads a request, lets faults happen to it, and writes the answer. A handler is synchronous
 * and has committed when it returns, so whatever happens to the answer afterwards, the book is right.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ZodError } from 'zod';
import { type Answer, answer, type Call } from './answer.ts';
import { isAccountHolder, isController } from './auth.ts';
import { type Control, controlAnswer } from './control.ts';
import { ApiError, errorAnswer } from './errors.ts';
import { attemptNames, faultOf } from './faults.ts';
import { type Match, matchRoute } from './routes.ts';

export interface ServerOptions {
  readonly control: Control;
  readonly controlToken: string;
  readonly baseUrl: () => string;
}

const largestBodyBytes = 1_000_000;
/** A client that neither leaves nor gives up is served after so long, as if it had left. */
const longestStayMs = 60_000;

export function createCarrierServer(options: ServerOptions): Server {
  const { control } = options;
  let ordinal = control.tally.total();
  let concurrent = 0;
  const nameAttempt = attemptNames();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = urlOf(request.url ?? '/', options.baseUrl());
    const body = await readBody(request);
    if (body === null) return send(response, answer(413, null));
    if (url === null) return send(response, answer(400, null));
    if (url.pathname.startsWith('/simulator/')) return send(response, controlled(request, url, body));
    ordinal += 1;
    concurrent += 1;
    try {
      await serveCarrier(request, response, url, body, ordinal);
    } finally {
      concurrent -= 1;
    }
  }

  function controlled(request: IncomingMessage, url: URL, body: string): Answer {
    if (!isController(request.headers.authorization, options.controlToken)) return answer(401, { error: 'no token' });
    try {
      return controlAnswer(request.method ?? 'GET', url, body === '' ? {} : JSON.parse(body), control);
    } catch (thrown) {
      if (thrown instanceof ZodError || thrown instanceof SyntaxError) return answer(400, { error: thrown.message });
      throw thrown;
    }
  }

  async function serveCarrier(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    body: string,
    mine: number,
  ): Promise<void> {
    const { carrier, knobBox, tally } = control;
    const knobs = knobBox.read();
    // Whoever comes when the place is full is turned away, and not those who were there before.
    const isCrowded = knobs.concurrencyLimit !== null && concurrent > knobs.concurrencyLimit;
    if (knobs.latencyMs > 0) await sleep(knobs.latencyMs);
    const match = matched(request, url);
    const kind = match instanceof ApiError ? 'other' : match.route.kind;
    const finish = (given: Answer): void => {
      tally.count(kind, given.status);
      send(response, given, { 'twilio-concurrent-requests': String(concurrent) });
    };
    if (!isAccountHolder(request.headers.authorization, carrier.account)) {
      return finish(errorAnswer(20003, { 'www-authenticate': 'Basic realm="Twilio API"' }));
    }
    if (match instanceof ApiError) return finish(errorAnswer(match.code));
    if (isCrowded) return finish(tooMany());

    const call = callOf(match, url, body, mine);
    const fault = faultOf(kind, () => nameAttempt(kind, call), knobs, carrier.dice, knobBox.takeScripted);
    const broken = (): Answer => errorAnswer(carrier.dice.pick([20500, 20503] as const, 'broken', mine));
    if (fault === 'too-many-requests') return finish(tooMany());
    if (fault === 'error-before') return finish(broken());
    if (fault === 'accept-after-gone') {
      await gone(response);
      await sleep(knobs.acceptAfterGoneDelayMs);
    }
    const given = handled(match, call);
    if (fault === 'lost-answer' || fault === 'accept-after-gone') {
      tally.count(kind, fault === 'lost-answer' ? 'lost' : 'gone');
      response.destroy();
      return;
    }
    finish(fault === 'error-after' ? broken() : given);
  }

  function matched(request: IncomingMessage, url: URL): Match | ApiError {
    return caught(() => matchRoute(request.method ?? 'GET', url.pathname));
  }

  function handled(match: Match, call: Call): Answer {
    const { account } = control.carrier;
    const wanted = match.path['account'] ?? account.accountSid;
    // Another account's resources are, to this one, a matter of permission.
    if (wanted !== account.accountSid) return errorAnswer(20003);
    const given = caught(() => match.route.handle(call, control.carrier));
    return given instanceof ApiError ? errorAnswer(given.code) : given;
  }

  function callOf(match: Match, url: URL, body: string, mine: number): Call {
    return {
      path: match.path,
      query: url.searchParams,
      form: new URLSearchParams(body),
      uri: url.pathname + url.search,
      ordinal: mine,
      baseUrl: options.baseUrl(),
    };
  }

  function tooMany(): Answer {
    const seconds = control.knobBox.read().retryAfterSeconds;
    return errorAnswer(20429, seconds === null ? {} : { 'retry-after': String(seconds) });
  }

  function send(response: ServerResponse, given: Answer, headers: Readonly<Record<string, string>> = {}): void {
    const text = given.body === null ? '' : JSON.stringify(given.body);
    response.sendDate = false;
    response.writeHead(given.status, {
      // The carrier's own time: clients correct their clock by it.
      date: new Date(control.carrier.clock.nowMs()).toUTCString(),
      'twilio-request-id': `RQ${crypto.randomUUID().replaceAll('-', '')}`,
      ...(text === '' ? {} : { 'content-type': 'application/json;charset=utf-8' }),
      ...(given.status === 204 ? {} : { 'content-length': String(Buffer.byteLength(text)) }),
      ...headers,
      ...given.headers,
    });
    response.end(text);
  }

  return createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    serve(request, response).catch((thrown) => {
      // A client that went away while it was sending is no fault of ours; anything else is, and must be seen.
      if (request.destroyed && !request.complete) return;
      response.destroy();
      queueMicrotask(() => {
        throw thrown;
      });
    });
  });
}

/** Null when the target of a request is no address at all, such as `//`. */
function urlOf(target: string, baseUrl: string): URL | null {
  return URL.canParse(target, baseUrl) ? new URL(target, baseUrl) : null;
}

function caught<Value>(work: () => Value): Value | ApiError {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof ApiError) return thrown;
    throw thrown;
  }
}

/** Null when the body is too large to be a form of this API. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Resolves when the client has closed its connection. */
async function gone(response: ServerResponse): Promise<void> {
  if (response.destroyed || response.closed) return;
  const patience = new AbortController();
  await Promise.race([
    new Promise<void>((resolve) => response.once('close', () => resolve())),
    sleep(longestStayMs, undefined, { signal: patience.signal }).catch(() => undefined),
  ]);
  patience.abort();
}
