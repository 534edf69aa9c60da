import { z } from 'zod';
import { call, roles } from './define.ts';
import { intentId, localId, nothing, optionalName, role, shortName } from './fields.ts';

export const personView = z.object({
  userId: localId,
  firstName: z.string(),
  lastName: z.string(),
  role,
});

/** Who is at this desktop. People sign in by choosing themselves; a session then names them on every call. */
export const peopleCalls = {
  'people/list-sign-in': call({
    at: 'engine',
    allow: 'anyone',
    repeat: 'query',
    input: nothing,
    output: z.object({ people: z.array(personView) }),
    errors: [],
  }),
  /** Only an owner makes another owner or an admin. */
  'people/add': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, firstName: shortName, lastName: optionalName, role }).strict(),
    output: z.object({ userId: localId }),
    errors: ['people/role-too-high'],
  }),
  /** Opens a session and binds it to the port it came by. The token is shown this once; the store keeps its hash. */
  'people/sign-in': call({
    at: 'engine',
    allow: 'anyone',
    repeat: 'repeatable',
    input: z.object({ userId: localId }).strict(),
    output: z.object({ session: z.string(), person: personView }),
    errors: ['people/unknown-person'],
  }),
  /** Binds a session opened earlier to this port, after the window was reloaded or the engine restarted. */
  'people/resume': call({
    at: 'engine',
    allow: roles,
    repeat: 'repeatable',
    input: nothing,
    output: z.object({ person: personView }),
    errors: [],
  }),
  'people/sign-out': call({
    at: 'engine',
    allow: roles,
    repeat: 'repeatable',
    input: nothing,
    output: nothing,
    errors: [],
  }),
};
