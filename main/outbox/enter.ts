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
import type { Tx } from '../store/index.ts';
import type { HoursKeeper } from './hours.ts';
import { mayBeSaid } from './own-words.ts';
import { type Group, hasInitial, insertMessage, lastNumberOf, type MessageKind, releaseFollowUps } from './queries.ts';
import { judge, whyNever } from './rules/safeguards.ts';
import type { CarrierTime } from './time.ts';

export type SendStop =
  | 'outbox/empty-text'
  | 'outbox/too-long'
  | 'outbox/unfilled-variable'
  | 'outbox/own-words'
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
    const { window, lockMinutes, zonesOf } = hours.at(tx, at);
    const phone = readPhone(tx, contact.phone);
    const zones = zonesOf(contact.zoneSetId);
    const judged = judge({ kind, actionState: action.state, phone, window, zones, lockMinutes, queuedAt: at, at });
    if (judged.kind === 'stop') return err(appError(stopCodes[judged.reason]));
    if (judged.kind === 'ask-person') throw new Error('a text that is decided now cannot be too old');
    if (judged.kind === 'wait' && judged.reason === 'pause') return err(appError(notTexting(action)));
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

  /** The number that the contact already knows, else one drawn by contact and action, so that asking again gives the same. */
  function chooseNumber(tx: Tx, { contactId }: Contact, { actionId }: Action): number | null {
    const usable = listUsableNumbers(tx, accountId);
    const known = lastNumberOf(tx, contactId);
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
  };
}

function partsOf(tx: Tx, actionId: number, contactId: number): { action: Action; contact: Contact } {
  const action = findAction(tx, actionId);
  const contact = findContact(tx, contactId);
  if (action === undefined || contact === undefined) throw new Error('an assignment without its action or contact');
  return { action, contact };
}

const stopCodes = {
  'opted-out': 'outbox/opted-out',
  blocked: 'outbox/blocked-phone',
  unreachable: 'outbox/unreachable-phone',
  'action-ended': 'actions/ended',
} as const;

function notTexting({ state }: Action): 'actions/paused' | 'actions/not-published' {
  return state === 'paused' ? 'actions/paused' : 'actions/not-published';
}

/** The text as it will leave. */
export function readBody(text: string): Result<string, Unsendable> {
  const body = smartEncode(text.trim());
  const error = whyUnsendable(body);
  return error === null ? ok(body) : err(error);
}
