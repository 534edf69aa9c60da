/** Handing messages over, listing them, and the two things that can be done to one afterwards. */
import { err, ok } from '../../../shared/result.ts';
import type {
  CallOptions,
  Carrier,
  CarrierMessage,
  CarrierResult,
  MessagePage,
  MessageQuery,
  NextPage,
} from '../port.ts';
import { followCursor, type ListPlace, readNextPage } from './cursors.ts';
import type { Ending } from './exchange.ts';
import type { Line } from './line.ts';
import { asAppError, isAbsent, isAccountTrouble, isSuccess, judgeCreate, readRefusal, readValue } from './outcomes.ts';
import { schemas } from './parse.ts';

export function messageCalls(
  line: Line,
  list: ListPlace,
): Pick<Carrier, 'createMessage' | 'listMessages' | 'fetchMessage' | 'cancelMessage' | 'redactMessage'> {
  return {
    async createMessage(request, options) {
      const { from, to, body, validitySeconds, statusCallbackUrl } = request;
      const ending = await line.ask(options, (twilio) =>
        twilio.messages.create({
          from,
          to,
          body,
          ...(validitySeconds === undefined ? {} : { validityPeriod: validitySeconds }),
          ...(statusCallbackUrl === undefined ? {} : { statusCallback: statusCallbackUrl }),
        }),
      );
      return judgeCreate(ending);
    },

    async listMessages(from, options) {
      const ending = await askForPage(line, list, from, options);
      return ending.ok ? readPage(ending.value, list) : ending;
    },

    async fetchMessage(carrierId, options) {
      const ending = await line.ask(options, (twilio) => twilio.messages(carrierId).fetch());
      if (isAbsent(ending)) return ok(null);
      return readValue<CarrierMessage>(ending, schemas.message);
    },

    async cancelMessage(carrierId, options) {
      const ending = await line.ask(options, (twilio) => twilio.messages(carrierId).update({ status: 'canceled' }));
      return readChange(ending, 'cancelled', 'too-late');
    },

    async redactMessage(carrierId, options) {
      const ending = await line.ask(options, (twilio) => twilio.messages(carrierId).update({ body: '' }));
      return readChange(ending, 'redacted', 'not-yet');
    },
  };
}

async function askForPage(
  line: Line,
  list: ListPlace,
  from: MessageQuery | NextPage,
  options: CallOptions,
): Promise<CarrierResult<Ending>> {
  if ('cursor' in from) {
    const url = followCursor(from, list);
    return url.ok ? ok(await line.ask(options, (twilio) => twilio.messages.getPage(url.value))) : url;
  }
  const { to, from: sender, sentAfterAt, pageSize } = from;
  const ending = await line.ask(options, (twilio) =>
    twilio.messages.page({
      pageSize,
      ...(to === undefined ? {} : { to }),
      ...(sender === undefined ? {} : { from: sender }),
      ...(sentAfterAt === undefined ? {} : { dateSentAfter: new Date(sentAfterAt) }),
    }),
  );
  return ok(ending);
}

/** One odd entry must not stop the reading of all others for ever, but it is counted: see `MessagePage`. */
function readPage(ending: Ending, list: ListPlace): CarrierResult<MessagePage> {
  const found = readValue(ending, schemas.messageList);
  if (!found.ok) return found;
  const next = readNextPage(found.value.next_page_uri, list);
  if (!next.ok) return next;
  const entries = found.value.messages.map((entry) => schemas.message.safeParse(entry));
  const messages = entries.flatMap((entry) => (entry.success ? [entry.data] : []));
  const serverAt = ending.kind === 'answered' ? ending.answer.serverAt : undefined;
  return ok({
    messages,
    next: next.value,
    unreadableCount: entries.length - messages.length,
    ...(serverAt === undefined ? {} : { serverAt }),
  });
}

/** A change of a message: done, not possible in its present state (any other certain no), or no such message. */
function readChange<Done extends string, Not extends string>(
  ending: Ending,
  done: Done,
  not: Not,
): CarrierResult<Done | Not | 'absent'> {
  if (ending.kind !== 'answered') return err(asAppError(ending));
  if (isSuccess(ending.answer)) return ok(done);
  if (isAbsent(ending)) return ok('absent');
  if (readRefusal(ending.answer) === null || isAccountTrouble(ending.answer)) return err(asAppError(ending));
  return ok(not);
}
