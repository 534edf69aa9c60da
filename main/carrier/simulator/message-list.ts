/** `GET /Messages.json`: newest first, filtered, paged, and as late or as restless as the knobs say. */
import { type Answer, answer, type Call } from './answer.ts';
import type { Carrier } from './carrier.ts';
import { spanOf } from './dates.ts';
import { refuse } from './errors.ts';
import { receiveText } from './inbound.ts';
import { messageJson } from './message-json.ts';
import type { MessageFilter, MessageRow, PageStart } from './message-rows.ts';
import { envelope, offsetOf, offsetToken, readPage } from './paging.ts';

export function listMessages(call: Call, carrier: Carrier): Answer {
  const knobs = carrier.knobs();
  const request = readPage(call.query);
  const start = startOf(request.token, carrier);
  const newer = start.kind === 'newer';
  const filter = readFilter(call.query, carrier.clock.nowMs());
  const found = carrier.messages.list(filter, start, request.pageSize + 1);
  const hasMore = found.length > request.pageSize;
  // Read backwards, the extra row that only tells whether there is more comes first.
  const rows = newer ? found.slice(-request.pageSize) : found.slice(0, request.pageSize);
  const shifting = knobs.strangersBetweenPages > 0;
  const offset = start.kind === 'offset' ? start.offset : 0;
  const nextToken = shifting ? offsetToken(offset + rows.length) : keyToken('PA', rows.at(-1));
  const previousToken = shifting ? offsetToken(Math.max(offset - request.pageSize, 0)) : keyToken('PB', rows[0]);
  const goesOn = newer || hasMore;
  if (shifting && goesOn) strangersWrite(call, filter.to, carrier);
  const stale = (row: MessageRow): boolean =>
    carrier.dice.chance(knobs.staleStatusRate, 'stale', row.drawName, call.ordinal);
  return answer(
    200,
    envelope(call, {
      request,
      key: 'messages',
      items: rows.map((row) => messageJson(row, carrier.account, stale(row))),
      nextToken: goesOn ? nextToken : null,
      previousToken,
    }),
  );
}

function keyToken(prefix: 'PA' | 'PB', row: MessageRow | undefined): string | null {
  return row === undefined ? null : prefix + row.sid;
}

/** `PA` and a sid begins after that message, `PB` ends before it. */
function startOf(token: string | null, carrier: Carrier): PageStart {
  if (token === null) return { kind: 'offset', offset: 0 };
  const offset = offsetOf(token);
  if (offset !== null) return { kind: 'offset', offset };
  const position = carrier.messages.positionOf(token.slice(2));
  if (position === undefined || !/^P[AB]/.test(token)) refuse(20006);
  return { kind: token.startsWith('PA') ? 'older' : 'newer', ...position };
}

function readFilter(query: URLSearchParams, nowAt: number): MessageFilter {
  const span = (name: string) => {
    const text = query.get(name);
    if (!text) return null;
    return spanOf(text) ?? refuse(20001);
  };
  const on = span('DateSent');
  return {
    to: query.get('To') || null,
    from: query.get('From') || null,
    sentFromAt: span('DateSent>')?.fromAt ?? on?.fromAt ?? null,
    sentUntilAt: span('DateSent<')?.untilAt ?? on?.untilAt ?? null,
    nowAt,
  };
}

/** People whom nobody has texted write to the number that is being listed, or to the account's newest. */
function strangersWrite(call: Call, listedNumber: string | null, carrier: Carrier): void {
  const to = carrier.numbers.byPhone(listedNumber ?? '') ?? carrier.numbers.all()[0];
  if (to === undefined) return;
  const at = carrier.clock.nowMs();
  for (let index = 0; index < carrier.knobs().strangersBetweenPages; index += 1) {
    const line = 100 + Math.floor(carrier.dice.draw('stranger', call.ordinal, index) * 100);
    receiveText({ from: `+13035550${line}`, to: to.phone, body: 'Hello?', optOut: false, at }, carrier);
  }
}
