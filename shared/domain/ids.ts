/**
 * The names of things. A local id is the integer primary key of a row in this store; a world id is the same row as
 * other desktops know it; intents and events have UUIDs, because they are named before, or outside of, any store.
 * Constructors throw on what cannot be an id, since by then the value was parsed at the edge and a wrong one is a bug;
 * `isLocalId` and `isUuid` are what the edge asks.
 */
import type { Branded } from './brand.ts';

/** The entities whose rows are known by a local id. */
type Entity =
  | 'action'
  | 'batch'
  | 'bulk'
  | 'contact'
  | 'conversation'
  | 'field'
  | 'job'
  | 'list'
  | 'message'
  | 'number'
  | 'question'
  | 'script'
  | 'tag'
  | 'team'
  | 'user';

type LocalId<Name extends Entity> = Branded<number, `${Name} id`>;

export type ActionId = LocalId<'action'>;
export type BatchId = LocalId<'batch'>;
export type BulkId = LocalId<'bulk'>;
export type ContactId = LocalId<'contact'>;
export type ConversationId = LocalId<'conversation'>;
export type FieldId = LocalId<'field'>;
export type JobId = LocalId<'job'>;
export type ListId = LocalId<'list'>;
export type MessageId = LocalId<'message'>;
/** A sending number that the campaign owns; the phone of a contact is an `E164`. */
export type NumberId = LocalId<'number'>;
export type QuestionId = LocalId<'question'>;
export type ScriptId = LocalId<'script'>;
export type TagId = LocalId<'tag'>;
export type TeamId = LocalId<'team'>;
export type UserId = LocalId<'user'>;

/** A row's id as every desktop of a shared campaign knows it: `device * 2^36 + id`. */
export type WorldId = Branded<number, 'world id'>;

/** Which desktop of a shared campaign made a row. A store on its own is device 0. */
export type DeviceNumber = Branded<number, 'device number'>;

/** One decision of a person, named by the screen, so that repeating the call repeats nothing else. */
export type IntentId = Branded<string, 'intent id'>;

/** One row of the journal, on whichever desktop it was written. Always a version 7 UUID, so that text order is time order. */
export type EventId = Branded<string, 'event id'>;

/** 36 bits for the row and 17 for the device fill the 53 bits that a JavaScript number holds exactly. */
const idSpan = 2 ** 36;
const deviceSpan = 2 ** 17;

/** Whether the number can be the primary key of a row: a whole number from 1 to 2^36 - 1. */
export function isLocalId(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value < idSpan;
}

function localIdOf<Name extends Entity>(entity: Name): (value: number) => LocalId<Name> {
  return (value) => {
    if (!isLocalId(value)) throw new RangeError(`not a local id of: ${entity}`);
    return value as LocalId<Name>;
  };
}

export const asActionId = localIdOf('action');
export const asBatchId = localIdOf('batch');
export const asBulkId = localIdOf('bulk');
export const asContactId = localIdOf('contact');
export const asConversationId = localIdOf('conversation');
export const asFieldId = localIdOf('field');
export const asJobId = localIdOf('job');
export const asListId = localIdOf('list');
export const asMessageId = localIdOf('message');
export const asNumberId = localIdOf('number');
export const asQuestionId = localIdOf('question');
export const asScriptId = localIdOf('script');
export const asTagId = localIdOf('tag');
export const asTeamId = localIdOf('team');
export const asUserId = localIdOf('user');

/** Throws a RangeError unless the number is whole and from 0 to 2^17 - 1. */
export function asDeviceNumber(value: number): DeviceNumber {
  if (!Number.isInteger(value) || value < 0 || value >= deviceSpan) throw new RangeError('not a device number');
  return value as DeviceNumber;
}

/** The name for the world of a row that the device made. On device 0 it equals the local id. */
export function worldId(device: DeviceNumber, id: LocalId<Entity>): WorldId {
  return (asDeviceNumber(device) * idSpan + requireLocalId(id)) as WorldId;
}

/** The inverse of `worldId`. The id is the row's primary key on the device that made it, which need not be this one. */
export function splitWorldId(world: WorldId): { device: DeviceNumber; id: number } {
  const device = asDeviceNumber(Math.floor(world / idSpan));
  return { device, id: requireLocalId(world % idSpan) };
}

/** Throws a RangeError unless the number is one that `worldId` can give. */
export function asWorldId(value: number): WorldId {
  splitWorldId(value as WorldId);
  return value as WorldId;
}

function requireLocalId(value: number): number {
  if (!isLocalId(value)) throw new RangeError('the row part of a world id is not a local id');
  return value;
}

/** Throws a TypeError unless the text passes `isUuid`. */
export function asIntentId(text: string): IntentId {
  if (!isUuid(text)) throw new TypeError('not an intent id');
  return text as IntentId;
}

/** Throws a TypeError unless the text is a version 7 UUID. */
export function asEventId(text: string): EventId {
  if (!isUuid(text) || text[14] !== '7') throw new TypeError('not an event id');
  return text as EventId;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Whether the text is a UUID of RFC 9562 in its one canonical spelling. Capital letters are refused, because a UNIQUE
 * column would take the two spellings of one UUID for two things; the nil and max UUIDs name nothing and are refused.
 */
export function isUuid(text: string): boolean {
  return uuidShape.test(text);
}

/**
 * A version 7 UUID (RFC 9562, section 5.7): the instant in its first 48 bits, then 74 random bits.
 * UUIDs of different milliseconds sort by time as text; within one millisecond their order is random.
 * Takes the instant in epoch milliseconds (whole, 0 to 2^48 - 1) and at least 10 random bytes; throws a RangeError else.
 */
export function uuidV7(nowMs: number, randomBytes: Uint8Array): string {
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs >= 2 ** 48) throw new RangeError('instant outside 48 bits');
  if (randomBytes.length < 10) throw new RangeError('a UUID needs 10 random bytes');
  const instant = nowMs.toString(16).padStart(12, '0');
  const byteAt = (index: number) => randomBytes[index] ?? 0;
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  const version = hex(0x70 | (byteAt(0) & 0x0f)) + hex(byteAt(1));
  const variant = hex(0x80 | (byteAt(2) & 0x3f)) + hex(byteAt(3));
  const tail = [4, 5, 6, 7, 8, 9].map((index) => hex(byteAt(index))).join('');
  return `${instant.slice(0, 8)}-${instant.slice(8)}-${version}-${variant}-${tail}`;
}
