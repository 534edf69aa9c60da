/**
 * The control door, under `/simulator/`, for tests and drivers: turn knobs, move the clock, make a contact write, and
 * read what was really accepted. It is not Twilio's, has its own token, and no fault or latency touches it.
 */
import { z } from 'zod';
import { type Answer, answer } from './answer.ts';
import type { Carrier } from './carrier.ts';
import { readCounts } from './counts.ts';
import { receiveText } from './inbound.ts';
import type { KnobBox } from './knob-box.ts';
import { knobChangesSchema } from './knobs.ts';
import { messageJson } from './message-json.ts';
import { isE164 } from './phones.ts';
import type { Tally } from './tally.ts';
import type { Timetable } from './timetable.ts';

export interface Control {
  readonly carrier: Carrier;
  readonly knobBox: KnobBox;
  readonly tally: Tally;
  readonly timetable: Timetable;
  /** Closes the listening socket as the knobs say, once this answer is out. */
  beginOutage(): void;
}

const clockSchema = z.strictObject({
  setTo: z.int().min(0).optional(),
  advanceMs: z.int().min(0).optional(),
  /** True stops the clock, false lets it run on. */
  freeze: z.boolean().optional(),
});

const inboundSchema = z.strictObject({
  from: z.string().refine(isE164),
  to: z.string().refine(isE164),
  body: z.string().min(1).max(1_600),
  /** Whether the words ask to hear no more, for the count; the carrier itself understands its keywords only. */
  optOut: z.boolean().default(false),
});

const afterSchema = z.coerce.number().int().min(0).default(0);
const limitSchema = z.coerce.number().int().min(1).max(10_000).default(1_000);

/** @throws ZodError when the input does not parse; the server answers 400 with its text. */
export function controlAnswer(method: string, url: URL, json: unknown, control: Control): Answer {
  switch (`${method} ${url.pathname}`) {
    case 'GET /simulator/knobs':
      return answer(200, control.knobBox.read());
    case 'POST /simulator/knobs':
      return changeKnobs(json, control);
    case 'GET /simulator/clock':
      return clockAnswer(control);
    case 'POST /simulator/clock':
      return moveClock(json, control);
    case 'POST /simulator/inbound':
      return writeInbound(json, control.carrier);
    case 'GET /simulator/accepted':
      return listAccepted(url.searchParams, control.carrier);
    case 'GET /simulator/counts': {
      const graceMs = afterSchema.parse(url.searchParams.get('graceMs') ?? undefined);
      return answer(200, readCounts(control.carrier, control.tally, graceMs));
    }
    default:
      return answer(404, { error: 'no such control' });
  }
}

function changeKnobs(json: unknown, control: Control): Answer {
  const changes = knobChangesSchema.parse(json);
  const knobs = control.knobBox.change(changes);
  if ((changes.refuseForMs ?? 0) > 0) control.beginOutage();
  return answer(200, knobs);
}

/** What becomes due through the move has happened when the answer is out. */
function moveClock(json: unknown, control: Control): Answer {
  const { setTo, advanceMs, freeze } = clockSchema.parse(json);
  const { clock } = control.carrier;
  if (freeze !== undefined) freeze ? clock.freeze() : clock.run();
  if (setTo !== undefined) clock.setTo(setTo);
  if (advanceMs !== undefined) clock.advance(advanceMs);
  control.timetable.runDue();
  return clockAnswer(control);
}

function clockAnswer({ carrier }: Control): Answer {
  return answer(200, { nowAt: carrier.clock.nowMs(), frozen: carrier.clock.state().frozenAt !== null });
}

function writeInbound(json: unknown, carrier: Carrier): Answer {
  const text = inboundSchema.parse(json);
  const row = receiveText({ ...text, at: carrier.clock.nowMs() }, carrier);
  return row === null
    ? answer(404, { error: 'the account has no such number' })
    : answer(201, messageJson(row, carrier.account));
}

/** In the order of acceptance; `next` is the `after` of the page that follows, or null at the end. */
function listAccepted(query: URLSearchParams, carrier: Carrier): Answer {
  const after = afterSchema.parse(query.get('after') ?? undefined);
  const limit = limitSchema.parse(query.get('limit') ?? undefined);
  const rows = carrier.messages.accepted(after, limit, query.get('to'));
  return answer(200, { accepted: rows, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null });
}
