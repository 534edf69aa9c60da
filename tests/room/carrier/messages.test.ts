import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type MessagePage, readMessages } from '../../../main/carrier/index.ts';
import { asE164 } from '../../../shared/domain/phone.ts';
import { answeredCarrier } from './answered-carrier.ts';
import { accountSid, carrierAt, errorJson, messageJson, messageSid, options, request } from './builders.ts';
import { sendJson, serveHttp } from './loopback-server.ts';

const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
const line = answeredCarrier();

function pageJson(messages: readonly unknown[], nextPageUri: string | null): unknown {
  return { messages, next_page_uri: nextPageUri, page: 0, page_size: 50, uri: path };
}

async function firstPage(): Promise<MessagePage> {
  const page = await line.carrier.listMessages({ pageSize: 50 }, options);
  if (!page.ok) throw new Error(page.error.code);
  return page.value;
}

describe('listing messages', () => {
  test('asks with the filters that Twilio names, the date as the parameter "DateSent>"', async () => {
    line.answer = () => [200, pageJson([], null)];
    const sentAfterAt = Date.UTC(2026, 10, 1, 9, 30, 15, 999);
    await line.carrier.listMessages(
      { to: asE164('+12025550100'), from: asE164('+12025550123'), sentAfterAt, pageSize: 1_000 },
      options,
    );
    expect(line.server.seen[0]?.path).toBe(path);
    expect(Object.fromEntries(line.server.seen[0]?.query ?? [])).toEqual({
      To: '+12025550100',
      From: '+12025550123',
      'DateSent>': '2026-11-01T09:30:15Z',
      PageSize: '1000',
    });
  });

  test('asks for a list compressed and reads it so, and has no other answer compressed', async () => {
    const server = await serveHttp(({ headers }, response) => {
      const isCompressed = headers['accept-encoding'] === 'gzip';
      if (!isCompressed) return sendJson(response, 201, messageJson());
      const headersBack = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      return response.writeHead(200, headersBack).end(gzipSync(JSON.stringify(pageJson([messageJson()], null))));
    });
    const carrier = carrierAt(server.origin);
    const page = await carrier.listMessages({ pageSize: 50 }, options);
    expect(page).toMatchObject({ ok: true, value: { messages: [{ carrierId: messageSid }] } });
    expect(await carrier.createMessage(request, options)).toMatchObject({ kind: 'accepted' });
    expect(server.seen.map(({ headers }) => headers['accept-encoding'])).toEqual(['gzip', undefined]);
    carrier.close();
    await server.close();
  });

  test('an answer whose compression is broken proves nothing', async () => {
    const server = await serveHttp((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"messages":[],"next_page_uri":null}'),
    );
    const carrier = carrierAt(server.origin);
    expect(await carrier.listMessages({ pageSize: 50 }, options)).toMatchObject({ ok: false });
    expect(await carrier.createMessage(request, options)).toMatchObject({ kind: 'unknown' });
    carrier.close();
    await server.close();
  });

  test('gives messages in our words', async () => {
    const inbound = messageJson({
      direction: 'inbound',
      status: 'received',
      from: '+12025550123',
      to: '+12025550100',
      body: 'Sí, ¡gracias! 👍',
      date_sent: 'Thu, 24 Aug 2023 05:01:47 +0000',
      num_segments: '3',
      num_media: '1',
      error_code: 30_007,
    });
    line.answer = () => [200, pageJson([inbound], null)];
    const createdAt = Date.UTC(2023, 7, 24, 5, 1, 45);
    expect((await firstPage()).messages).toEqual([
      {
        carrierId: messageSid,
        direction: 'inbound',
        from: '+12025550123',
        to: '+12025550100',
        body: 'Sí, ¡gracias! 👍',
        status: { known: true, name: 'received' },
        segments: 3,
        mediaCount: 1,
        errorCode: 30_007,
        createdAt,
        sentAt: createdAt + 2_000,
        updatedAt: createdAt,
      },
    ]);
  });

  test('keeps the text of a status that we do not know, and takes it for none that we know', async () => {
    line.answer = () => [200, pageJson([messageJson({ status: 'constructor' })], null)];
    expect((await firstPage()).messages[0]?.status).toEqual({ known: false, text: 'constructor' });
  });

  test('counts entries that cannot be understood instead of losing the others', async () => {
    const odd = [null, messageJson({ date_created: 'yesterday' }), messageJson({ sid: 'XX1' })];
    line.answer = () => [200, pageJson([...odd, messageJson()], null)];
    const page = await firstPage();
    expect(page.unreadableCount).toBe(3);
    expect(page.messages).toHaveLength(1);
  });

  test('follows the carrier’s own next page to the end', async () => {
    const token = 'Page=1&PageToken=PASM%2B1';
    line.answer = (seen) => (seen.query.has('PageToken') ? [200, pageJson([messageJson()], null)] : firstOfTwo());
    const firstOfTwo = () => [200, pageJson([messageJson(), messageJson()], `${path}?PageSize=2&${token}`)] as const;
    const counts: number[] = [];
    for await (const page of readMessages(line.carrier, { pageSize: 2 }, options)) {
      counts.push(page.ok ? page.value.messages.length : -1);
    }
    expect(counts).toEqual([2, 1]);
    expect(line.server.seen[1]?.path).toBe(path);
    expect(Object.fromEntries(line.server.seen[1]?.query ?? [])).toEqual({
      PageSize: '2',
      Page: '1',
      PageToken: 'PASM+1',
    });
  });

  test('ends with the failure when a page fails', async () => {
    line.answer = (seen) =>
      seen.query.has('PageToken') ? [500, ''] : [200, pageJson([messageJson()], `${path}?PageToken=PASM1`)];
    const pages: string[] = [];
    for await (const page of readMessages(line.carrier, { pageSize: 1 }, options)) {
      pages.push(page.ok ? 'read' : page.error.code);
    }
    expect(pages).toEqual(['read', 'carrier/faulty']);
  });

  test('does not take a list that says nothing about its next page for a list that ended', async () => {
    line.answer = () => [200, { messages: [] }];
    expect(await line.carrier.listMessages({ pageSize: 50 }, options)).toMatchObject({
      error: { code: 'carrier/faulty' },
    });
  });

  test('refuses a next page on another host, and does not go there', async () => {
    const elsewhere = await serveHttp((_, response) => sendJson(response, 200, pageJson([], null)));
    line.answer = () => [200, pageJson([], `${elsewhere.origin}${path}?PageToken=PASM1`)];
    const refused = { ok: false, error: { code: 'carrier/forbidden-host', params: { host: '127.0.0.1' } } };
    expect(await line.carrier.listMessages({ pageSize: 50 }, options)).toMatchObject(refused);
    expect(await line.carrier.listMessages({ cursor: `${elsewhere.origin}${path}` }, options)).toMatchObject(refused);
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });
});

describe('one message', () => {
  test('is fetched by its id', async () => {
    line.answer = () => [200, messageJson({ status: 'delivered' })];
    const fetched = await line.carrier.fetchMessage(messageSid, options);
    expect(fetched).toMatchObject({ ok: true, value: { status: { known: true, name: 'delivered' } } });
    expect(line.server.seen[0]?.path).toBe(`/2010-04-01/Accounts/${accountSid}/Messages/${messageSid}.json`);
  });

  test('is null only when the carrier itself says that it has none', async () => {
    line.answer = () => [404, errorJson(20404, 404)];
    expect(await line.carrier.fetchMessage(messageSid, options)).toEqual({ ok: true, value: null });
    line.answer = () => [404, 'no such page'];
    expect(await line.carrier.fetchMessage(messageSid, options)).toMatchObject({ error: { code: 'carrier/faulty' } });
  });

  test('is redacted by an empty body, and cancelled by its status', async () => {
    line.answer = () => [200, messageJson({ body: '' })];
    expect(await line.carrier.redactMessage(messageSid, options)).toEqual({ ok: true, value: 'redacted' });
    expect(await line.carrier.cancelMessage(messageSid, options)).toEqual({ ok: true, value: 'cancelled' });
    expect(line.server.seen.map((seen) => [seen.method, ...seen.form.entries()])).toEqual([
      ['POST', ['Body', '']],
      ['POST', ['Status', 'canceled']],
    ]);
  });

  test.each([
    [400, 20009, { ok: true, value: 'not-yet' }, { ok: true, value: 'too-late' }],
    [404, 20404, { ok: true, value: 'absent' }, { ok: true, value: 'absent' }],
    [401, 20003, { error: { code: 'carrier/wrong-credentials' } }, { error: { code: 'carrier/wrong-credentials' } }],
    [403, 99_999, { error: { code: 'carrier/refused' } }, { error: { code: 'carrier/refused' } }],
    [500, 20500, { error: { code: 'carrier/faulty' } }, { error: { code: 'carrier/faulty' } }],
  ])(
    'that answers %d with code %d is redacted to %o and cancelled to %o',
    async (status, code, redacted, cancelled) => {
      line.answer = () => [status, errorJson(code, status)];
      expect(await line.carrier.redactMessage(messageSid, options)).toMatchObject(redacted);
      expect(await line.carrier.cancelMessage(messageSid, options)).toMatchObject(cancelled);
    },
  );
});
