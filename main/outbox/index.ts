/**
 * The outbox room: the life of a text from a person's Enter until the carrier has it. It takes a text that a person
 * decided to send, judges it by every safeguard, keeps it durably, and hands it over exactly once, at the rate that the
 * carrier allows and in the hours where the contact lives. It refuses what must not be sent, waits for what time
 * mends, asks a person for what nothing mends, and never repeats a call before it is proven that the first one left
 * nothing behind. `changes.ts` is the only place where a state changes; `rules/` decides; this file puts them together.
 */
import type { EngineEvent, Output } from '../../shared/contract/index.ts';
import type { WaitReason } from '../../shared/domain/message-state.ts';
import type { Carrier, CarrierMessage } from '../carrier/index.ts';
import type { Cancel, Clock } from '../clock/index.ts';
import type { Contacts } from '../contacts/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Log } from '../log/index.ts';
import type { Scripts } from '../scripts/index.ts';
import type { AnyQuestion, Reader, Store, Tx } from '../store/index.ts';
import { createAnswers } from './answers.ts';
import { createChanges } from './changes.ts';
import { createClaims } from './claim.ts';
import { createClearing } from './clear-away.ts';
import { createDispatcher, type Dispatcher } from './dispatcher.ts';
import { createEnter, type Enter } from './enter.ts';
import { createGroups } from './groups.ts';
import { createHearing, type ReadToTheEnd } from './hearing.ts';
import { createHolds } from './holds.ts';
import { createHours } from './hours.ts';
import { doubtAllInTheAir } from './in-the-air.ts';
import { createLine, type Line } from './line.ts';
import { listOwnLatest } from './list-own-latest.ts';
import { createMatching } from './matching.ts';
import { takeOffered } from './offer.ts';
import { createPacing } from './pacing.ts';
import { createPausing, type Failed } from './pausing.ts';
import { type Group, listGroups, listWaiting, type Message, newestInstant, releaseFollowUps } from './queries.ts';
import { createTurns } from './rules/fairness.ts';
import { createSettler, type Settler } from './settler.ts';
import { type Conditions, countQueue, sortWaiting } from './status.ts';
import { createCarrierTime, type ServerTimeHeard } from './time.ts';
import { listWaitingTexts, tellWaiting, type WaitingAsked } from './waiting.ts';

export { outboxHandlers } from './calls.ts';
export type { FollowUp, InitialText, Queued, SendStop } from './enter.ts';
export type { ReadToTheEnd } from './hearing.ts';
export { mayUseOwnWords } from './own-words.ts';
export { findLastSent, type LastSent } from './queries.ts';
export type { ServerTimeHeard } from './time.ts';

export const outboxQuestions: readonly AnyQuestion[] = [countQueue, listOwnLatest, listWaitingTexts];

export interface Outbox extends Enter {
  /** The phone has opted out: what waits for it never leaves. */
  withdrawPhone(tx: Tx, phone: string, reason: string): void;
  withdraw(tx: Tx, message: Message, userId: number): void;
  requeue(tx: Tx, message: Message, numberId: number, userId: number): void;
  resumeSending(tx: Tx, userId: number): void;
  /** The carrier showed a message whose name is not known here. Gives whether it is one of ours that was in doubt. */
  offer(tx: Tx, message: CarrierMessage): boolean;
  /** A text that the carrier had taken has failed: what that says of its number, or of the account, holds for the next. */
  noteFailure(tx: Tx, failed: Failed): void;
  /** The contact has written: follow-ups that waited because they stayed silent need not wait any more. */
  noteReply(tx: Tx, phone: string): void;
  /** Somebody else's exchange with the carrier succeeded, or could not be had. */
  noteLine(up: boolean): void;
  /** The account was read to its end: what contacts had written by then has been heard. */
  noteRead(reading: ReadToTheEnd): void;
  noteServerTime(heard: ServerTimeHeard): void;
  /** The clock that dates what people queue (epoch ms): ours, corrected by the carrier's. */
  nowMs(): number;
  readStatus(): Promise<Output<'outbox/read-status'>>;
  /** What waits, the first decided first, with the reason and until when. */
  listWaiting(asked: WaitingAsked): Promise<Output<'outbox/list-waiting'>['messages']>;
  /** Settings, an action, a number or a zone has changed: what waits is looked at anew. */
  wake(): void;
  /** Begins to hand over, after what the last engine left in the air has been put in doubt. */
  start(): void;
  stop(): Promise<void>;
}

export interface OutboxParts {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  /** Null while no carrier is connected: texts are queued and wait. */
  readonly carrier: Carrier | null;
  readonly contacts: Contacts;
  readonly scripts: Scripts;
  readonly announce: (event: EngineEvent) => void;
  readonly random: () => number;
  /** Texts are leaving: what the carrier says of them is worth reading soon. */
  readonly onLeaving: () => void;
  /** What contacts have written is to be read now: nothing leaves before `noteRead`. */
  readonly askToRead: () => void;
}

/** Screens are told of the queue's changes no more often than this, in milliseconds. */
const announceEveryMs = 200;

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, journal, clock, carrier, contacts } = parts;
  const log = parts.log.child('outbox');
  const accountId = carrier?.accountId ?? null;
  const time = createCarrierTime(clock, store.look(newestInstant));
  const hours = createHours();
  const groups = createGroups(store.look(listGroups));
  const pacing = createPacing(accountId, clock);
  const pausing = createPausing({ pacing, journal });
  const changes = createChanges(journal);
  const matching = createMatching({ store, clock, journal, changes, onMatched: wake });
  const hearing = createHearing({ clock, askToRead: parts.askToRead, onFresh: () => sending?.dispatcher.wake() });
  let sending: { readonly line: Line; readonly dispatcher: Dispatcher; readonly settler: Settler } | null = null;
  let cancelAnnounce: Cancel | null = null;
  let isStopped = false;
  const holds = createHolds({ store, carrier, pacing, matching, hearing, time, sending: () => sending });

  function announce(): void {
    if (isStopped) return;
    cancelAnnounce ??= clock.after(announceEveryMs, () => {
      cancelAnnounce = null;
      parts.announce({ event: 'changed', room: 'outbox' });
    });
  }

  function wake(): void {
    hours.forget();
    sending?.dispatcher.wake();
    announce();
  }

  function onQueued(tx: Tx, group: Group): void {
    groups.addIn(tx, group);
    tx.afterCommit(() => {
      sending?.dispatcher.wake();
      announce();
    });
  }

  function backInQueue(tx: Tx, message: Message): void {
    onQueued(tx, message);
  }

  const enter = createEnter({
    device: store.device,
    journal,
    time,
    hours,
    scripts: parts.scripts,
    accountId,
    onQueued,
  });

  function connect(through: Carrier): NonNullable<typeof sending> {
    const line = createLine({
      carrier: through,
      clock,
      log,
      time,
      onChange: () => {
        if (line.state() === 'up') hearing.begin();
        sending?.dispatcher.wake();
        sending?.settler.wake();
        announce();
      },
    });
    const onSettled = (tx: Tx, message: Message): void => backInQueue(tx, message);
    const { onLeaving } = parts;
    const shared = { store, carrier: through, clock, log, time, line };
    const settler = createSettler({ ...shared, changes, onSettled, onFound: onLeaving });
    const onDoubt = (tx: Tx, messageId: number): void => tx.afterCommit(() => settler.add(messageId));
    const answers = createAnswers({ changes, pausing, contacts, journal, onDoubt, random: parts.random });
    const turns = createTurns();
    const clearing = createClearing({ accountId: through.accountId, groups, changes });
    const claiming = createClaims({ clearing, groups, turns, pacing, hours, changes });
    const dispatcher = createDispatcher({
      ...shared,
      claiming,
      record: (tx, answer, at) => {
        const heard = answers.record(tx, answer, at);
        if (answer.outcome.kind === 'accepted') tx.afterCommit(announce);
        else backInQueue(tx, answer.claimed.message);
        return heard;
      },
      isHeld: () => holds.heldBy(time.bestGuess()) !== null || !hearing.insist(),
      isEmpty: () => groups.isEmpty(),
      hasLeftovers: () => store.look(clearing.isDue),
      onLeaving,
      onTrial: announce,
    });
    return { line, dispatcher, settler };
  }

  /** By what is judged why texts wait. */
  const conditionsAt = (reader: Reader, at: number): Conditions => {
    const line = sending?.line.state() ?? 'none';
    return { reader, hours: hours.at(reader, at), pacing, line, at };
  };

  return {
    ...enter,

    withdrawPhone: (tx, phone, reason) => {
      for (const message of listWaiting(tx, phone)) {
        if (message.state === 'queued') changes.block(tx, message, reason);
        else changes.withdraw(tx, message, reason, null);
      }
      tx.afterCommit(announce);
    },

    withdraw: (tx, message, userId) => {
      changes.withdraw(tx, message, 'by-person', userId);
      tx.afterCommit(announce);
    },

    requeue: (tx, message, numberId, userId) => {
      changes.requeue(tx, message, numberId, userId, time.bestGuess());
      onQueued(tx, { ...message, numberId });
    },

    resumeSending: (tx, userId) => {
      if (pausing.resume(tx, userId)) tx.afterCommit(wake);
    },

    offer: (tx, message) => {
      const at = time.bestGuess();
      const taken = takeOffered(tx, changes, message, at) || matching.match(tx, message, at);
      if (taken) tx.afterCommit(wake);
      return taken;
    },

    noteFailure: (tx, failed) => {
      if (pausing.noteFailure(tx, failed, time.bestGuess())) tx.afterCommit(announce);
    },

    noteRead: (reading) => {
      if (reading.isComplete) matching.noteRead(reading.begunMs);
      hearing.note(reading);
    },

    noteReply: (tx, phone) => {
      if (releaseFollowUps(tx, phone) > 0) tx.afterCommit(wake);
    },

    noteLine: (up) => sending?.line.note(up),
    noteServerTime: (heard) => time.hear(heard),
    nowMs: time.bestGuess,

    readStatus: async () => {
      const at = time.bestGuess();
      const counts = await store.read(countQueue, { at });
      const { line, waiting } = store.look((reader) => {
        const conditions = conditionsAt(reader, at);
        return { line: conditions.line, waiting: sortWaiting(counts.queued, conditions) };
      });
      return {
        queued: counts.queued.reduce((sum, { count }) => sum + count, 0),
        waiting: Object.fromEntries(waiting) as Partial<Record<WaitReason, number>>,
        sending: counts.sending,
        uncertain: counts.uncertain,
        needsPerson: counts.needsPerson,
        line,
        heldBy: holds.heldBy(at) ?? holds.slowedBy(at),
      };
    },

    listWaiting: async (asked) => {
      const at = time.bestGuess();
      const rows = await store.read(listWaitingTexts, { ...asked, at });
      return store.look((reader) => tellWaiting(rows, conditionsAt(reader, at)));
    },

    wake,

    start: () => {
      const putInDoubt = doubtAllInTheAir({ store, changes });
      putInDoubt();
      if (carrier === null) return;
      sending = connect(carrier);
      store.onWritable((reason) => {
        if (reason !== null) return;
        if (putInDoubt()) sending?.settler.start();
        wake();
      });
      sending.settler.start();
      sending.line.probe();
    },

    stop: async () => {
      isStopped = true;
      cancelAnnounce?.();
      const stopping = sending;
      if (stopping === null) return;
      hearing.stop();
      stopping.line.stop();
      await Promise.all([stopping.dispatcher.stop(), stopping.settler.stop()]);
    },
  };
}
