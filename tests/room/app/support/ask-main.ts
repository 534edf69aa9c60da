import type { Admit } from '../../../../main/app/admission.ts';
import { type AppHandlers, answerAppCall } from '../../../../main/app/answer-call.ts';
import { keepIncidents, type NoteIncident } from '../../../../main/app/incidents.ts';
import { createIntents } from '../../../../main/app/intents.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/result.ts';
import { temporaryFolder } from '../../../support/folders.ts';

const admitAll: Admit = (_call, _caller, act) => act();

/** Asks main with some of its handlers, as somebody who may do everything. */
export function askingMain(
  handlers: object,
  noteIncident: NoteIncident = keepIncidents(temporaryFolder()).note,
): (name: string, input: unknown) => Promise<Result<unknown, AppError>> {
  const parts = { handlers: handlers as AppHandlers, intents: createIntents(), admit: admitAll, noteIncident };
  return (name, input) => answerAppCall(parts, { name, input, session: null, opening: null });
}
