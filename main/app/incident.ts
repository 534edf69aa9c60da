import { randomBytes } from 'node:crypto';

/**
 * Writes down something that must not happen, for whoever started the application, and gives the id under which it
 * stands there. The person is told the id and never the cause.
 */
export function noteIncident(where: string, thrown: unknown): string {
  const incidentId = randomBytes(4).toString('hex');
  const cause = thrown instanceof Error ? thrown.stack : typeof thrown;
  process.stderr.write(`incident ${incidentId} in ${where}: ${cause}\n`);
  return incidentId;
}
