import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CarrierErrorCode } from '../carrier/index.ts';
import type { Tx } from '../store/index.ts';
import type { NumbersParts } from './index.ts';
import { insertNumber, listNumberRows, updateLostAt, updateNumber } from './queries.ts';
import { readList } from './read-list.ts';
import { compareNumbers, type ListedNumbers, type NumberChange } from './rules.ts';

export type RefreshResult = Result<void, AppError<CarrierErrorCode | 'carrier/not-set-up'>>;

/** Asks the carrier and writes what is new, in one transaction; when nothing is, the store is not touched. */
export async function refreshNumbers(parts: NumbersParts, signal: AbortSignal): Promise<RefreshResult> {
  const { store, carrier } = parts;
  if (carrier === null) return err(appError('carrier/not-set-up'));
  const read = await readList(carrier, signal);
  if (!read.ok) return read;
  const listed = read.value;
  const changes = compareNumbers(store.look(listNumberRows), listed);
  if (changes.length > 0) store.write((tx) => applyChanges(tx, parts, listed, changes));
  return listed.numbers.some(({ canText }) => canText) ? ok(undefined) : err(appError('carrier/no-numbers'));
}

function applyChanges(tx: Tx, parts: NumbersParts, listed: ListedNumbers, changes: readonly NumberChange[]): void {
  const { journal, clock, announce, onNumberLost, onNumberFound } = parts;
  const { accountId } = listed;
  const at = clock.nowMs();

  /** The carrier made it so, whoever asked. */
  function record(what: 'added' | 'lost' | 'found-again', numberId: number): void {
    journal.record(tx, { kind: `numbers/${what}`, userId: null, entityId: numberId, payload: {} });
    if (what === 'lost') onNumberLost(tx, numberId);
    else onNumberFound(tx, numberId);
  }

  for (const change of changes) {
    if (change.kind === 'add') {
      record('added', insertNumber(tx, accountId, change.listed, at));
    } else if (change.kind === 'update') {
      updateNumber(tx, change.numberId, accountId, change.listed);
      if (change.turn !== null) record(change.turn, change.numberId);
    } else {
      updateLostAt(tx, change.numberId, at);
      record('lost', change.numberId);
    }
  }
  tx.afterCommit(() => announce({ event: 'changed', room: 'numbers' }));
}
