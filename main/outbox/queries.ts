import type { MessageState, WaitReason } from '../../shared/domain/message-state.ts';
import { asE164, type E164, isE164 } from '../../shared/domain/phone.ts';
import type { Reader, Tx } from '../store/index.ts';

export type MessageKind = 'initial' | 'follow-up';

/** An outbound message as the outbox sees it. */
export interface Message {
  readonly messageId: number;
  readonly kind: MessageKind;
  readonly actionId: number;
  readonly contactId: number;
  readonly userId: number;
  readonly numberId: number;
  readonly phone: E164;
  readonly zoneSetId: number;
  readonly body: string;
  readonly segments: number;
  readonly queuedAt: number;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly attempts: number;
  readonly firstAttemptAt: number | null;
  readonly lastAttemptAt: number | null;
  readonly carrierId: string | null;
}

/** What the dispatcher chooses between: the queued rows of one texter in one action, from one number to one zone set. */
export interface Group {
  readonly kind: MessageKind;
  readonly numberId: number;
  readonly actionId: number;
  readonly userId: number;
  readonly zoneSetId: number;
}

type StoredMessage = Omit<Message, 'phone'> & { readonly phone: string };

const columns = `id AS messageId, kind, action_id AS actionId, contact_id AS contactId, user_id AS userId,
  number_id AS numberId, phone, zone_set_id AS zoneSetId, body, segments, queued_at AS queuedAt, state, reason, attempts,
  first_attempt_at AS firstAttemptAt, last_attempt_at AS lastAttemptAt, carrier_id AS carrierId`;

/** A row that says what cannot be: somebody else wrote it, or an earlier mistake of ours. */
export class UnreadableMessage extends Error {
  readonly messageId: number;

  constructor(messageId: number) {
    super('a text with a phone that is none');
    this.messageId = messageId;
  }
}

function parsed(row: StoredMessage): Message {
  if (!isE164(row.phone)) throw new UnreadableMessage(row.messageId);
  return { ...row, phone: asE164(row.phone) };
}

export interface NewMessage extends Group {
  readonly contactId: number;
  readonly scriptId: number | null;
  readonly phone: E164;
  readonly body: string;
  readonly segments: number;
  readonly queuedAt: number;
  readonly notBeforeAt: number;
  readonly waitReason: WaitReason | null;
}

export function insertMessage(tx: Tx, message: NewMessage): number {
  return tx.run(
    `INSERT INTO message (kind, action_id, contact_id, user_id, script_id, number_id, phone, zone_set_id, body, segments,
       queued_at, not_before_at, wait_reason)
     VALUES (:kind, :actionId, :contactId, :userId, :scriptId, :numberId, :phone, :zoneSetId, :body, :segments,
       :queuedAt, :notBeforeAt, :waitReason)`,
    { ...message },
  ).id;
}

export interface Adopted extends Group {
  readonly contactId: number;
  readonly phone: E164;
  readonly body: string;
  readonly segments: number;
  /** When the carrier got it, by its clock. */
  readonly createdAt: number;
  readonly carrierId: string;
}

/** Writes down a text that left in a life of the store that this file does not know of; what became of it comes after. */
export function adoptMessage(tx: Tx, adopted: Adopted): number {
  return tx.run(
    `INSERT INTO message (kind, action_id, contact_id, user_id, number_id, phone, zone_set_id, body, segments, queued_at,
       state, attempts, first_attempt_at, last_attempt_at, handed_over_at, carrier_id)
     VALUES (:kind, :actionId, :contactId, :userId, :numberId, :phone, :zoneSetId, :body, :segments, :createdAt,
       'handed-over', 1, :createdAt, :createdAt, :createdAt, :carrierId)`,
    { ...adopted },
  ).id;
}

export function findMessage(reader: Reader, messageId: number): Message | undefined {
  const row = reader.get<StoredMessage>(`SELECT ${columns} FROM message WHERE id = ?`, messageId);
  return row === undefined ? undefined : parsed(row);
}

export function hasInitial(reader: Reader, actionId: number, contactId: number): boolean {
  const live = `kind = 'initial' AND (state <> 'cancelled' OR attempts > 0)`;
  const find = `SELECT 1 FROM message WHERE action_id = ? AND contact_id = ? AND ${live}`;
  return reader.get(find, actionId, contactId) !== undefined;
}

/** The number that last spoke with the contact, so that a conversation stays in one thread on their phone. */
export function lastNumberOf(reader: Reader, contactId: number): number | null {
  const find = 'SELECT number_id AS numberId FROM message WHERE contact_id = ? ORDER BY id DESC LIMIT 1';
  return reader.get<{ numberId: number }>(find, contactId)?.numberId ?? null;
}

/** Every group that has queued rows. It reads the whole queue's index, once at the start. */
export function listGroups(reader: Reader): Group[] {
  return reader.all<Group>(
    `SELECT DISTINCT kind, number_id AS numberId, action_id AS actionId, user_id AS userId, zone_set_id AS zoneSetId
     FROM message WHERE state = 'queued'`,
  );
}

/**
 * With a bare `?` beside a column of an index that also gives the order, SQLite plans the statement anew each time that
 * another value is bound, which takes ten times as long as finding the row. The plus keeps it from looking at the value.
 */
const ofGroup = `state = 'queued' AND kind = +? AND number_id = +? AND action_id = +? AND user_id = +?
  AND zone_set_id = +?`;

/** In the order of `ofGroup`. */
function valuesOf(group: Group): readonly [MessageKind, number, number, number, number] {
  const { kind, numberId, actionId, userId, zoneSetId } = group;
  return [kind, numberId, actionId, userId, zoneSetId];
}

const headOfGroup = `SELECT ${columns} FROM message AS candidate
  WHERE ${ofGroup} AND not_before_at <= +?
    AND NOT EXISTS (SELECT 1 FROM message AS doubtful
                    WHERE doubtful.phone = candidate.phone AND doubtful.state IN ('sending', 'uncertain'))
    AND NOT EXISTS (SELECT 1 FROM message AS earlier INDEXED BY message_waiting
                    WHERE earlier.phone = candidate.phone AND earlier.id < candidate.id
                      AND earlier.state IN ('queued', 'needs-person') AND earlier.state = 'queued'
                      AND earlier.action_id = candidate.action_id)
  ORDER BY not_before_at, id LIMIT 1`;

/**
 * The group's oldest row that may be looked at: its time has come, no other text to its phone is in doubt, and none of its
 * own action that was decided earlier still waits. What another action has for the phone is no reason to wait: that may
 * be paused, or have its turn tomorrow.
 */
export function findHead(reader: Reader, group: Group, at: number): Message | undefined {
  const row = reader.get<StoredMessage>(headOfGroup, ...valuesOf(group), at);
  return row === undefined ? undefined : parsed(row);
}

/** Whether the group has any queued row, waiting ones included. */
export function hasRows(reader: Reader, group: Group): boolean {
  return reader.get(`SELECT 1 FROM message WHERE ${ofGroup} LIMIT 1`, ...valuesOf(group)) !== undefined;
}

/** Any queued row of the group, waiting or not. */
export function findAny(reader: Reader, group: Group): Message | undefined {
  const row = reader.get<StoredMessage>(`SELECT ${columns} FROM message WHERE ${ofGroup} LIMIT 1`, ...valuesOf(group));
  return row === undefined ? undefined : parsed(row);
}

/**
 * The index of texts in doubt is used by naming its own condition. No more of them is read, because the engine starts with
 * it, and one that cannot be read must not keep it from starting.
 */
export function listInDoubt(reader: Reader, state: 'sending' | 'uncertain'): Pick<Message, 'messageId' | 'state'>[] {
  return reader.all(
    `SELECT id AS messageId, state FROM message INDEXED BY message_in_doubt
     WHERE state IN ('sending', 'uncertain') AND state = ?`,
    state,
  );
}

/** What waits for one phone, oldest first. */
export function listWaiting(reader: Reader, phone: string): Message[] {
  const waiting = `phone = ? AND state IN ('queued', 'needs-person')`;
  return reader.all<StoredMessage>(`SELECT ${columns} FROM message WHERE ${waiting} ORDER BY id`, phone).map(parsed);
}

/** Follow-ups to the phone that the lock holds back are looked at again. Gives how many there were. */
export function releaseFollowUps(tx: Tx, phone: string): number {
  return tx.run(
    `UPDATE message SET not_before_at = 0, wait_reason = NULL
     WHERE phone = ? AND state IN ('queued', 'needs-person') AND state = 'queued' AND kind = 'follow-up'
       AND wait_reason = 'lock'`,
    phone,
  ).changes;
}

/** Texts to a contact that the carrier was asked to take and that have no carrier's name yet, oldest first. */
export function listTried(reader: Reader, contactId: number): Message[] {
  const tried = 'contact_id = ? AND attempts > 0 AND carrier_id IS NULL';
  return reader.all<StoredMessage>(`SELECT ${columns} FROM message WHERE ${tried} ORDER BY id`, contactId).map(parsed);
}

export function isKnownAtCarrier(reader: Reader, carrierId: string): boolean {
  return reader.get('SELECT 1 FROM message WHERE carrier_id = ?', carrierId) !== undefined;
}

export interface LastSent {
  readonly messageId: number;
  readonly actionId: number;
  readonly contactId: number;
  readonly userId: number;
}

/** The newest text to the contact that left or may have left, from one number or, with null, from any. */
export function findLastSent(reader: Reader, contactId: number, numberId: number | null): LastSent | undefined {
  return reader.get<LastSent>(
    `SELECT id AS messageId, action_id AS actionId, contact_id AS contactId, user_id AS userId FROM message
     WHERE contact_id = :contactId AND (:numberId IS NULL OR number_id = :numberId)
       AND state IN ('handed-over', 'sending', 'uncertain')
     ORDER BY id DESC LIMIT 1`,
    { contactId, numberId },
  );
}

/** Without their phones: one that is none must not hide the others. */
export function listNeedsPerson(reader: Reader, after: number, limit: number): Omit<Message, 'phone'>[] {
  return reader.all<StoredMessage>(
    `SELECT ${columns} FROM message INDEXED BY message_person
     WHERE state = 'needs-person' AND id > ? ORDER BY id LIMIT ?`,
    after,
    limit,
  );
}

/**
 * Whether a person has said that sending goes on since the text last left. Both stand in the journal, and its order needs
 * no clock. It is read from its newest entry back to the first of the two, so no index is kept for it.
 */
export function hasResumedSince(reader: Reader, messageId: number): boolean {
  const last = reader.get<{ kind: string }>(
    `SELECT kind FROM journal
     WHERE kind = 'outbox/resumed' OR (entity_id = ? AND kind IN ('outbox/sending', 'outbox/adopted'))
     ORDER BY id DESC LIMIT 1`,
    messageId,
  );
  return last?.kind === 'outbox/resumed';
}

/** The newest instant that the store knows of (epoch ms); 0 in a store without a past. */
export function newestInstant(reader: Reader): number {
  return reader.get<{ at: number }>('SELECT at FROM journal ORDER BY id DESC LIMIT 1')?.at ?? 0;
}
