import { parentPort, workerData } from 'node:worker_threads';
import { silentLog } from '../log/index.ts';
import { openDatabase } from './database.ts';
import type { AnyQuestion } from './questions.ts';
import { createStatements } from './statements.ts';
import { leave } from './worker-end.ts';

export interface Asked {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

export type Told =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly id: number; readonly ok: false; readonly code: string; readonly message: string };

/** The read worker's whole life: its own connection, one question after another. Called by the worker's entry file. */
export function answerQuestions(questions: readonly AnyQuestion[]): void {
  const port = parentPort;
  if (port === null) throw new Error('the read worker is started as a worker thread');
  const byName = new Map(questions.map((question) => [question.name, question]));
  if (byName.size !== questions.length) throw new Error('two questions have the same name');
  const { path } = workerData as { path: string };
  const database = openDatabase(path, { durability: 'full', readonly: true });
  const reader = createStatements(database, silentLog());

  const answer = ({ id, name, input }: Asked): void => {
    let told: Told;
    try {
      const question = byName.get(name);
      if (question === undefined) throw new Error(`no question is named ${name}`);
      told = { id, ok: true, output: database.transaction(() => question.answer(reader, input))() };
    } catch (thrown) {
      const failure = thrown instanceof Error ? thrown : new Error(String(thrown));
      told = { id, ok: false, code: 'code' in failure ? String(failure.code) : '', message: failure.message };
    }
    port.postMessage(told);
  };

  port.on('message', (asked: Asked | typeof leave) => {
    if (asked === leave) {
      database.close();
      port.close();
    } else answer(asked);
  });
}
