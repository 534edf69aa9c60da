import { afterEach, beforeEach } from 'vitest';
import type { Carrier } from '../../../main/carrier/index.ts';
import { carrierAt } from './builders.ts';
import { type AnsweringServer, type SeenRequest, sendJson, serveHttp } from './loopback-server.ts';

export interface AnsweredCarrier {
  readonly server: AnsweringServer;
  /** Asks the server. */
  readonly carrier: Carrier;
  /** What the test lets the server answer from now on. */
  answer: (seen: SeenRequest) => readonly [httpStatus: number, body: unknown];
}

/** A server and a carrier, new for each of the tests around the call; both are closed after it. */
export function answeredCarrier(): AnsweredCarrier {
  let server: AnsweringServer;
  let carrier: Carrier;
  const line: AnsweredCarrier = {
    get server() {
      return server;
    },
    get carrier() {
      return carrier;
    },
    answer: () => [500, 'the test has not said what to answer'],
  };
  beforeEach(async () => {
    server = await serveHttp((seen, response) => sendJson(response, ...line.answer(seen)));
    carrier = carrierAt(server.origin);
  });
  afterEach(async () => {
    carrier.close();
    await server.close();
  });
  return line;
}
