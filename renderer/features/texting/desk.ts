/**
 * The texter's desk in the window, as values: whom to text next, what was pressed and is not yet kept by the engine, and
 * whom the engine would not have texted. It takes events and gives the next desk (`desk-events.ts`); it asks nothing and
 * shows nothing. Three things hold whatever happens: an assignment is under way at most once, presses leave in the order
 * in which they were made, and nobody who came to the desk is dropped without being texted, told of as not texted, or still there.
 */
import type { Output } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { comesAgain } from './refusals.ts';

export type DeskContact = Output<'assignments/list-desk'>['desk'][number];

/** A press that the engine has not answered. Its text and its intent never change, however often it is asked. */
export interface Sending {
  readonly contact: DeskContact;
  readonly text: string;
  readonly intentId: string;
  /** `due`: not asked yet. `asked`: a call is under way. `unsure`: it was asked, and the engine may have it or not. */
  readonly standing: 'due' | 'asked' | 'unsure';
}

/** Words that somebody has changed and not sent. */
export interface DeskDraft {
  readonly contact: DeskContact;
  readonly text: string;
  /** Somebody has gone back to the script; the words are there for when they want them again. */
  readonly isSetAside?: true;
}

/** Somebody who was not texted, and why. */
export interface NotTexted {
  readonly contact: DeskContact;
  readonly text: string;
  readonly intentId: string;
  readonly error: AppError;
}

/** A text that the engine keeps. */
export interface Texted {
  readonly assignmentId: number;
  readonly batchId: number;
}

/** How the rest of a batch has left the desk untexted. */
export interface Parting {
  readonly by: 'texter' | 'admin';
  readonly count: number;
}

export type DeskPhase =
  /** What is left of the last batch is being looked for. */
  | 'opening'
  /** Nothing is left of it, and nobody has asked for another. An editor that was open when the rest was taken back still is. */
  | 'unclaimed'
  | 'claiming'
  /** The rest is on its way back; nobody is texted meanwhile. */
  | 'giving-back'
  | 'texting'
  /** Nobody can be texted for now, or any more; `refusal` says why. */
  | 'refused';

export interface Desk {
  readonly phase: DeskPhase;
  readonly refusal: AppError | null;
  /** Why nothing is left of the last batch, where it was not texted to its end. */
  readonly parting: Parting | null;
  /** What everybody on the desk was claimed in. What belongs to another batch is in no figure of this one. */
  readonly batchIds: readonly number[];
  /** How many the batch had when it was claimed. */
  readonly total: number;
  /** How many of them nobody may text any more, as the engine knew it when they were brought. See `desk-figures.ts`. */
  readonly leftOut: number;
  /** The next one first. */
  readonly waiting: readonly DeskContact[];
  /** Put off to the end of the batch, whoever was put off first to begin with. */
  readonly later: readonly DeskContact[];
  /** The last assignment that the engine has brought; they come in the order of their ids. */
  readonly after: number | null;
  readonly isBringing: boolean;
  /** Everybody of the batch has been brought. */
  readonly isAll: boolean;
  /** In the order of the presses. */
  readonly sending: readonly Sending[];
  /** Why presses are not kept for the moment; they are asked again by themselves. */
  readonly stall: AppError | null;
  readonly notTexted: readonly NotTexted[];
  /** Of this batch. */
  readonly texted: readonly Texted[];
  /** Words that were changed and not sent, by assignment. Whoever has one that is not set aside is shown in the editor. */
  readonly drafts: Readonly<Record<number, DeskDraft>>;
  /** Texts that the engine has kept since this desk was made; with `keep-count.ts`, since one has sat down. */
  readonly sentCount: number;
}

export const emptyDesk: Desk = {
  phase: 'opening',
  refusal: null,
  parting: null,
  batchIds: [],
  total: 0,
  leftOut: 0,
  waiting: [],
  later: [],
  after: null,
  isBringing: false,
  isAll: false,
  sending: [],
  stall: null,
  notTexted: [],
  texted: [],
  drafts: {},
  sentCount: 0,
};

/** The most that a page of the desk may hold. */
export const pageOfDesk = 50;
/** With fewer left than this, the next page is brought: seconds of work for the fastest hand. */
const fewLeft = 20;
/** More calls at once would only stand in the engine's line. */
const mostAsked = 4;

/** Whom to text now; undefined while they are being brought, when the batch is done, and while nobody can be texted. */
export function currentOf(desk: Desk): DeskContact | undefined {
  return desk.phase === 'texting' ? nextOf(desk) : undefined;
}

const editing: ReadonlySet<DeskPhase> = new Set<DeskPhase>(['texting', 'refused', 'unclaimed']);

/** Whose text is being changed, also while nobody can be texted: no editor is taken from under the hands. */
export function editedOf(desk: Desk): DeskContact | undefined {
  const next = editing.has(desk.phase) ? nextOf(desk) : undefined;
  const draft = next && desk.drafts[next.assignmentId];
  return draft !== undefined && !draft.isSetAside ? next : undefined;
}

function nextOf({ waiting, later, isAll }: Desk): DeskContact | undefined {
  return waiting[0] ?? (isAll ? later[0] : undefined);
}

export function isDone(desk: Desk): boolean {
  return desk.phase === 'texting' && desk.isAll && desk.waiting.length === 0 && desk.later.length === 0;
}

export function needsMore({ phase, isAll, isBringing, waiting }: Desk): boolean {
  return phase === 'texting' && !isAll && !isBringing && waiting.length < fewLeft;
}

/** The presses to ask the engine for now, first to last. */
export function dueOf({ sending, stall }: Desk): readonly Sending[] {
  if (stall !== null) return [];
  const askedCount = sending.filter(({ standing }) => standing === 'asked').length;
  return sending.filter(({ standing }) => standing !== 'asked').slice(0, mostAsked - askedCount);
}

/** Whether those who were put off come now: all others have had their turn. */
export function isAtPutOff({ phase, isAll, waiting, later }: Desk): boolean {
  return phase === 'texting' && isAll && waiting.length === 0 && later.length > 0;
}

/** Whether somebody else can be texted first. */
export function canPutOff({ waiting, later, isAll }: Desk): boolean {
  return !isAll || waiting.length + later.length > 1;
}

/** Those that were not texted and come again with the next batch: they are still on the desk and may be texted. */
export function mendableOf({ notTexted }: Desk): readonly NotTexted[] {
  return notTexted.filter(({ error }) => comesAgain(error));
}
