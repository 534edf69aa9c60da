import { join } from 'node:path';
import type { Log } from '../log/index.ts';

/**
 * Writes down something that must not happen, and gives the id under which it stands there. The person is told the id
 * and never the cause.
 */
export type NoteIncident = (where: string, thrown: unknown) => string;

export interface Incidents {
  readonly note: NoteIncident;
  /** A line of our page's console. One that tells of an incident, of which the page has told a person itself, is kept. */
  noteOfPage(line: string): void;
}

const tellsOfIncident = /^incident ([0-9a-f]{8}) (.*)/s;

/**
 * Keeps incidents in `app.log` in this folder, and tells them to whoever started the application from a terminal. The
 * log is loaded for the first of them and not before: it would make every start slower, and most have none.
 */
export function keepIncidents(folder: string): Incidents {
  let opening: Promise<Log> | null = null;

  async function open(): Promise<Log> {
    const { createLog } = await import('../log/index.ts');
    return createLog({ path: join(folder, 'app.log'), level: 'info' }).child('app');
  }

  function keep(fields: { readonly incidentId: string; readonly where: string; readonly thrown: unknown }): void {
    opening ??= open();
    // What cannot be written down must not become the next incident.
    void opening.then((log) => log.error('incident', fields)).catch(() => {});
  }

  return {
    note: (where, thrown) => {
      const incidentId = crypto.randomUUID().slice(0, 8);
      const cause = thrown instanceof Error ? thrown.stack : typeof thrown;
      process.stderr.write(`incident ${incidentId} in ${where}: ${cause}\n`);
      keep({ incidentId, where, thrown });
      return incidentId;
    },
    noteOfPage: (line) => {
      const [, incidentId, thrown] = tellsOfIncident.exec(line) ?? [];
      if (incidentId !== undefined) keep({ incidentId, where: 'the page', thrown });
    },
  };
}
