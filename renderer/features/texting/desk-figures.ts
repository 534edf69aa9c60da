/**
 * The figures of a batch. They are read off the desk and stored nowhere, so that they always add up to the batch as it was
 * claimed: texted, under way, not texted, left out and left. What concerns another batch is in none of them.
 */
import type { Desk } from './desk.ts';

export interface DeskFigures {
  readonly total: number;
  /** Texts that the engine keeps. */
  readonly texted: number;
  /** Pressed and not answered yet. */
  readonly underWay: number;
  /** Told of as not texted. */
  readonly notTexted: number;
  /** Nobody may text them any more, and nobody has seen at this desk how that came about. */
  readonly leftOut: number;
  /** Still to be texted, brought or not. */
  readonly left: number;
}

/** Until everybody is brought, the engine's word on who was left out counts; then what is on the desk says it. */
export function figuresOf(desk: Desk): DeskFigures {
  const { total, batchIds } = desk;
  const ofBatch = (ones: Desk['sending'] | Desk['notTexted']): number =>
    ones.reduce((sum, { contact }) => (batchIds.includes(contact.batchId) ? sum + 1 : sum), 0);
  const [texted, underWay, notTexted] = [desk.texted.length, ofBatch(desk.sending), ofBatch(desk.notTexted)];
  const others = total - texted - underWay - notTexted;
  const brought = desk.waiting.length + desk.later.length;
  const leftOut = desk.isAll ? Math.max(0, others - brought) : Math.min(desk.leftOut, Math.max(0, others - brought));
  return { total, texted, underWay, notTexted, leftOut, left: Math.max(0, others - leftOut) };
}

/** The place in the batch of whoever is texted now, from 1. Putting somebody off changes nothing about it. */
export function placeOf(desk: Desk): number {
  const { total, left } = figuresOf(desk);
  return Math.min(total - left + 1, total);
}
