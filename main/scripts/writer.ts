import type { EngineEvent } from '../../shared/contract/index.ts';
import { listVariables, type Variable } from '../../shared/domain/script-variables.ts';
import type { AppError } from '../../shared/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { listFields } from '../campaign/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Reader, Tx } from '../store/index.ts';
import { insertScript, updateScript } from './queries.ts';
import type { StoredScript } from './stored-script.ts';

export interface ScriptWriterParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly announce: (event: EngineEvent) => void;
}

/** What somebody has written, as it was typed. */
export interface Written {
  readonly name: string;
  readonly body: string;
  readonly userId: number;
}

/** Gives the body as it is to be kept, or what is wrong with it. Takes the canonical names of the variables that are known. */
type Judge<Fault extends AppError['code']> = (
  typed: string,
  knownNames: Iterable<string>,
) => Result<string, AppError<Fault>>;

/** Keeps scripts, for whoever may write them: that is judged before. */
export interface ScriptWriter<Fault extends AppError['code']> {
  /** Gives the id of the new script. */
  write(tx: Tx, written: Written): Result<number, AppError<Fault>>;
  /** Changes what is sent from now on; gives whether it did. What it says already is no change, and leaves no trail. */
  change(tx: Tx, before: StoredScript, written: Written): Result<boolean, AppError<Fault>>;
}

export function createScriptWriter<Fault extends AppError['code']>(
  { journal, clock, announce }: ScriptWriterParts,
  judge: Judge<Fault>,
): ScriptWriter<Fault> {
  function changed(tx: Tx, kind: 'scripts/created' | 'scripts/changed', scriptId: number, userId: number): void {
    journal.record(tx, { kind, userId, entityId: scriptId, payload: {} });
    tx.afterCommit(() => announce({ event: 'changed', room: 'scripts', ids: [scriptId] }));
  }

  return {
    write: (tx, { name, body: typed, userId }) => {
      const body = judge(typed, knownNames(tx));
      if (!body.ok) return body;
      const scriptId = insertScript(tx, { name, body: body.value, userId, at: clock.nowMs() });
      changed(tx, 'scripts/created', scriptId, userId);
      return ok(scriptId);
    },

    change: (tx, before, { name, body: typed, userId }) => {
      const body = judge(typed, knownNames(tx));
      if (!body.ok) return body;
      if (before.name === name && before.body === body.value) return ok(false);
      const { scriptId } = before;
      updateScript(tx, { scriptId, name, body: body.value, at: clock.nowMs() });
      changed(tx, 'scripts/changed', scriptId, userId);
      return ok(true);
    },
  };
}

/** What a script of this campaign may use. */
export function variablesOf(reader: Reader): readonly Variable[] {
  return listVariables({ fields: listFields(reader).map(({ slug }) => slug) });
}

/** The canonical names of the same. */
export function knownNames(reader: Reader): string[] {
  return variablesOf(reader).map(({ name }) => name);
}
