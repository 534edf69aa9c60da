import { drawIndex } from '../../shared/domain/draw.ts';
import { asActionId, asContactId, asDeviceNumber, worldId } from '../../shared/domain/ids.ts';
import type { WaitReason } from '../../shared/domain/message-state.ts';
import { countSegments } from '../../shared/domain/segments.ts';
import { smartEncode } from '../../shared/domain/smart-encoding.ts';
import { type Unsendable, whyUnsendable } from '../../shared/domain/unsendable.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Action, findAction, listScripts } from '../actions/index.ts';
import { drawScript, findAssignment, findAssignmentOf, markTexted } from '../assignments/index.ts';
import { type Contact, findContact, readPhone } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import { listUsableNumbers } from '../numbers/index.ts';
import type { Scripts, StoredScript } from '../scripts/index.ts';
import type { Reader, Tx } from '../store/index.ts';
import type { HoursKeeper } from './hours.ts';
import { mayBeSaid } from './own-words.ts';
import { type Group, hasInitial, insertMessage, lastNumberOf, type MessageKind, releaseFollowUps } from './queries.ts';
import { type Judgement, judge, whyNever } from './rules/safeguards.ts';
import type { CarrierTime } from './time.ts';

export type SendStop =
  | 'outbox/empty-text'
  | 'outbox/too-long'
  | 'outbox/unfilled-variable'
  | 'outbox/own-words'
  | ConversationStop;

/** What stops every text to a contact in an action, whatever it says. */
export type ConversationStop =
  | 'outbox/opted-out'
  | 'outbox/blocked-phone'
  | 'outbox/unreachable-phone'
  | 'actions/not-published'
  | 'actions/paused'
  | 'actions/ended'
  | 'numbers/none';

export interface Queued {
  readonly messageId: number;
  readonly segments: number;
  readonly wait: WaitReason | null;
}

export interface InitialText {
  readonly assignmentId: number;
  readonly userId: number;
  /** As the person saw it. */
  readonly text: string;
}

export interface FollowUp {
  readonly actionId: number;
  readonly contactId: number;
  readonly userId: number;
  readonly text: string;
  /** Null, or one of the action's response scripts; any other is as good as none, since results count by script. */
  readonly scriptId: number | null;
}

/** The moment a person presses Enter: every safeguard that can be judged now, and the text in the queue, in one transaction. */
export interface Enter {
  queueInitial(
    tx: Tx,
    initial: InitialText,
  ): Result<Queued, AppError<SendStop | 'assignments/not-yours' | 'assignments/already-texted'>>;
  queueFollowUp(tx: Tx, followUp: FollowUp): Result<Queued, AppError<SendStop>>;
  /** Why `queueFollowUp` would refuse whatever is written, for whoever is about to write; null where it would not. */
  followUpStop(reader: Reader, to: Pick<FollowUp, 'actionId' | 'contactId'>): ConversationStop | null;
}

export interface EnterParts {
  readonly device: number;
  readonly journal: Journal;
  readonly time: CarrierTime;
  readonly hours: HoursKeeper;
  readonly scripts: Scripts;
  /** The account that texts leave through; null while no carrier is connected: then any account's numbers do. */
  readonly accountId: string | null;
  readonly onQueued: (tx: Tx, group: Group, messageId: number) => void;
}

export function createEnter(parts: EnterParts): Enter {
  const { device, journal, time, hours, scripts, accountId } = parts;

  function queue(
    tx: Tx,
    what: {
      kind: MessageKind;
      action: Action;
      contact: Contact;
      userId: number;
      script: StoredScript | null;
      text: string;
    },
  ): Result<Queued, AppError<SendStop>> {
    const { kind, action, contact, userId, script } = what;
    const body = readBody(what.text);
    if (!body.ok) return body;
    const at = time.bestGuess();
    const judged = judgeNow(tx, { kind, action, contact, at });
    const stop = stopOf(judged, action);
    if (stop !== null) return err(appError(stop));
    const scriptBody = script?.body ?? null;
    if (!mayBeSaid(tx, scripts, { userId, contact, text: what.text, scriptBody }))
      return err(appError('outbox/own-words'));
    const numberId = chooseNumber(tx, contact, action);
    if (numberId === null) return err(appError('numbers/none'));

    const wait = judged.kind === 'wait' ? judged.reason : null;
    const group = { kind, numberId, actionId: action.actionId, userId, zoneSetId: contact.zoneSetId };
    const { contactId } = contact;
    const { segments } = countSegments(body.value);
    const messageId = insertMessage(tx, {
      ...group,
      contactId,
      scriptId: script?.scriptId ?? null,
      phone: contact.phone,
      body: body.value,
      segments,
      queuedAt: at,
      // Hours are watched by zone set; only a lock belongs to this one text.
      notBeforeAt: wait === 'lock' && judged.kind === 'wait' ? (judged.untilAt ?? 0) : 0,
      waitReason: wait === 'lock' ? wait : null,
    });
    // What was decided before it leaves before it, so that must not wait for longer than it.
    if (kind === 'follow-up' && wait !== 'lock') releaseFollowUps(tx, contact.phone);
    const payload = { kind, actionId: action.actionId, contactId };
    journal.record(tx, { kind: 'outbox/queued', userId, entityId: messageId, payload });
    parts.onQueued(tx, group, messageId);
    return ok({ messageId, segments, wait });
  }

  /** Every safeguard, for a text that is decided at this moment. */
  function judgeNow(reader: Reader, what: { kind: MessageKind; action: Action; contact: Contact; at: number }) {
    const { kind, action, contact, at } = what;
    const { window, lockMinutes, zonesOf } = hours.at(reader, at);
    const phone = readPhone(reader, contact.phone);
    const zones = zonesOf(contact.zoneSetId);
    return judge({ kind, actionState: action.state, phone, window, zones, lockMinutes, queuedAt: at, at });
  }

  /** The number that the contact already knows, else one drawn by contact and action, so that asking again gives the same. */
  function chooseNumber(reader: Reader, { contactId }: Contact, { actionId }: Action): number | null {
    const usable = listUsableNumbers(reader, accountId);
    const known = lastNumberOf(reader, contactId);
    if (known !== null && usable.some(({ numberId }) => numberId === known)) return known;
    if (usable.length === 0) return null;
    const here = asDeviceNumber(device);
    const contact = worldId(here, asContactId(contactId));
    const drawn = usable[drawIndex(contact, worldId(here, asActionId(actionId)), usable.length, 'number')];
    return drawn?.numberId ?? null;
  }

  return {
    queueInitial: (tx, { assignmentId, userId, text }) => {
      const assignment = findAssignment(tx, assignmentId);
      if (assignment?.userId !== userId) return err(appError('assignments/not-yours'));
      const { actionId, contactId, state } = assignment;
      if (state === 'texted' || hasInitial(tx, actionId, contactId)) {
        return err(appError('assignments/already-texted'));
      }
      const { action, contact } = partsOf(tx, actionId, contactId);
      // A contact who was left out is told by the safeguard that did it.
      const never = state === 'left-out' ? whyNever(readPhone(tx, contact.phone)) : null;
      if (never !== null) return err(appError(stopCodes[never]));
      if (state !== 'claimed') return err(appError('assignments/not-yours'));
      const script = drawScript(tx, device, actionId, contact);
      const queued = queue(tx, { kind: 'initial', action, contact, userId, script, text });
      if (queued.ok) markTexted(tx, assignmentId);
      return queued;
    },

    queueFollowUp: (tx, { actionId, contactId, userId, scriptId, text }) => {
      if (findAssignmentOf(tx, actionId, contactId) === undefined)
        throw new Error('a follow-up without a conversation');
      const script = listScripts(tx, actionId, 'response').find((response) => response.scriptId === scriptId) ?? null;
      return queue(tx, { kind: 'follow-up', ...partsOf(tx, actionId, contactId), userId, script, text });
    },

    followUpStop: (reader, { actionId, contactId }) => {
      const { action, contact } = partsOf(reader, actionId, contactId);
      const judged = judgeNow(reader, { kind: 'follow-up', action, contact, at: time.bestGuess() });
      return stopOf(judged, action) ?? (chooseNumber(reader, contact, action) === null ? 'numbers/none' : null);
    },
  };
}

function partsOf(reader: Reader, actionId: number, contactId: number): { action: Action; contact: Contact } {
  const action = findAction(reader, actionId);
  const contact = findContact(reader, contactId);
  if (action === undefined || contact === undefined) throw new Error('an assignment without its action or contact');
  return { action, contact };
}

const stopCodes = {
  'opted-out': 'outbox/opted-out',
  blocked: 'outbox/blocked-phone',
  unreachable: 'outbox/unreachable-phone',
  'action-ended': 'actions/ended',
} as const;

/** Why a text that is decided now is not taken; null where it is, however long it waits then. */
function stopOf(judged: Judgement, action: Action): Exclude<ConversationStop, 'numbers/none'> | null {
  if (judged.kind === 'ask-person') throw new Error('a text that is decided now cannot be too old');
  if (judged.kind === 'stop') return stopCodes[judged.reason];
  return judged.kind === 'wait' && judged.reason === 'pause' ? notTexting(action) : null;
}

function notTexting({ state }: Action): 'actions/paused' | 'actions/not-published' {
  return state === 'paused' ? 'actions/paused' : 'actions/not-published';
}

/** The text as it will leave. */
export function readBody(text: string): Result<string, Unsendable> {
  const body = smartEncode(text.trim());
  const error = whyUnsendable(body);
  return error === null ? ok(body) : err(error);
}
