import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Tx } from '../store/index.ts';
import type { Numbers, NumbersParts } from './index.ts';
import {
  accountRate,
  findNumberRow,
  listNumberRows,
  type NumberRow,
  updateRate,
  upsertAccountRate,
} from './queries.ts';

function numberView(row: NumberRow) {
  return {
    numberId: row.id,
    phone: row.phone,
    label: row.label,
    canText: row.can_text === 1,
    segmentsPerSecond: row.segments_per_second,
    lost: row.lost_at !== null,
  };
}

type CallsParts = Pick<NumbersParts, 'store' | 'journal' | 'announce' | 'carrier'>;

export function numbersHandlers(numbers: Numbers, parts: CallsParts): Handlers<CallsOf<'numbers'>, Tx> {
  const { store, journal, announce } = parts;
  const accountId = parts.carrier?.accountId ?? null;

  /** Of the connected account; of every account that was ever connected while none is. */
  function listViews() {
    const rows = store.look(listNumberRows);
    return rows.filter((row) => accountId === null || row.account_id === accountId).map(numberView);
  }

  return {
    'numbers/list': () => {
      const rate = accountId === null ? null : store.look((reader) => accountRate(reader, accountId));
      return ok({ numbers: listViews(), accountSegmentsPerSecond: rate });
    },

    'numbers/refresh': async () => {
      const refreshed = await numbers.refresh();
      return refreshed.ok ? ok({ numbers: listViews() }) : refreshed;
    },

    'numbers/set-rate': ({ tx, actor }, { numberId, segmentsPerSecond }) => {
      const before = findNumberRow(tx, numberId);
      if (before === undefined) return err(appError('numbers/not-found'));
      if (before.segments_per_second === segmentsPerSecond) return ok({});
      updateRate(tx, numberId, segmentsPerSecond);
      const payload = { segmentsPerSecond };
      journal.record(tx, { kind: 'numbers/rate-set', userId: actor.userId, entityId: numberId, payload });
      tx.afterCommit(() => announce({ event: 'changed', room: 'numbers', ids: [numberId] }));
      return ok({});
    },

    'numbers/set-account-rate': ({ tx, actor }, { segmentsPerSecond }) => {
      if (accountId === null) return err(appError('carrier/not-set-up'));
      if (accountRate(tx, accountId) === segmentsPerSecond) return ok({});
      upsertAccountRate(tx, accountId, segmentsPerSecond);
      const payload = { segmentsPerSecond };
      journal.record(tx, { kind: 'numbers/rate-set', userId: actor.userId, entityId: null, payload });
      tx.afterCommit(() => announce({ event: 'changed', room: 'numbers' }));
      return ok({});
    },
  };
}
