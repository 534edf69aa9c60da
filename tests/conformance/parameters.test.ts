/** Prism passes over parameters that Twilio does not have, so their names are compared with the description here. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Carrier } from '../../main/carrier/index.ts';
import { ensureSpec } from '../../scripts/conformance/ensure-spec.ts';
import { asE164 } from '../../shared/domain/phone.ts';
import { accountSid, carrierAt, messageSid, options, request } from '../room/carrier/builders.ts';
import { type AnsweringServer, type SeenRequest, serveHttp } from '../room/carrier/loopback-server.ts';

const operation = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  requestBody: z
    .object({
      content: z.object({
        'application/x-www-form-urlencoded': z.object({
          schema: z.object({ properties: z.record(z.string(), z.unknown()) }),
        }),
      }),
    })
    .optional(),
});
const description = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

let paths: z.infer<typeof description>['paths'];
let server: AnsweringServer;
let carrier: Carrier;

beforeAll(async () => {
  const spec = await ensureSpec();
  const [api, lookups] = [spec.api, spec.lookups].map((file) =>
    description.parse(JSON.parse(readFileSync(file, 'utf8'))),
  );
  paths = { ...api?.paths, ...lookups?.paths };
  server = await serveHttp((_, response) => response.writeHead(500).end());
  carrier = carrierAt(server.origin);
});

afterAll(async () => {
  carrier?.close();
  await server?.close();
});

/** The names of query or form parameters that the description has for the request's path and method. */
function namesFor(seen: SeenRequest): string[] {
  const template = Object.keys(paths).find((path) =>
    new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(seen.path),
  );
  const found = operation.parse(paths[template ?? '']?.[seen.method.toLowerCase()]);
  const form = found.requestBody?.content['application/x-www-form-urlencoded'].schema.properties ?? {};
  const query = found.parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name);
  return [...query, ...Object.keys(form)];
}

test.each([
  [
    'creating a message',
    () =>
      carrier.createMessage(
        { ...request, validitySeconds: 60, statusCallbackUrl: 'https://relay.example.org/' },
        options,
      ),
    5,
  ],
  [
    'listing messages',
    () =>
      carrier.listMessages(
        { to: asE164('+12025550100'), from: asE164('+12025550123'), sentAfterAt: 0, pageSize: 1 },
        options,
      ),
    4,
  ],
  ['cancelling', () => carrier.cancelMessage(messageSid, options), 1],
  ['redacting', () => carrier.redactMessage(messageSid, options), 1],
  ['listing numbers', () => carrier.listNumbers({ pageSize: 1 }, options), 1],
  ['searching numbers', () => carrier.searchNumbers({ areaCode: '202', limit: 1 }, options), 3],
  ['buying a number', () => carrier.buyNumber(asE164('+12025550177'), options), 1],
  ['looking up a phone', () => carrier.lookUpPhone(asE164('+12025550123'), options), 1],
])('every parameter of %s is one that Twilio has', async (_, ask, count) => {
  await ask();
  const seen = server.seen.at(-1);
  if (seen === undefined) throw new Error('nothing was asked');
  const names = [...seen.query.keys(), ...seen.form.keys()];
  expect(names).toHaveLength(count);
  expect(namesFor(seen)).toEqual(expect.arrayContaining(names));
});

test('the requests carry the account’s id in their path', () => {
  expect(server.seen[0]?.path).toContain(`/Accounts/${accountSid}/`);
});
