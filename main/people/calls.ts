import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Store, Tx } from '../store/index.ts';
import type { People } from './index.ts';
import { findPersonById, personOf } from './person.ts';
import { listPeople } from './queries.ts';
import { mayGiveRole } from './rules.ts';

export function peopleHandlers(people: People, store: Store): Handlers<CallsOf<'people'>, Tx> {
  return {
    'people/list-sign-in': () => ok({ people: store.look(listPeople).map(personOf) }),

    'people/add': ({ tx, actor }, { firstName, lastName, role }) => {
      if (!mayGiveRole(actor.role, role)) return err(appError('people/role-too-high'));
      return ok({ userId: people.addPerson(tx, { firstName, lastName, role, addedBy: actor.userId }) });
    },

    'people/sign-in': ({ bindSession }, { userId }) => {
      const person = store.look((reader) => findPersonById(reader, userId));
      if (person === undefined) return err(appError('people/unknown-person'));
      const session = people.openSession(userId);
      bindSession(session);
      return ok({ session, person });
    },

    'people/resume': ({ actor, session, bindSession }) => {
      const person = store.look((reader) => findPersonById(reader, actor.userId));
      if (person === undefined) throw new Error('a session without its person');
      bindSession(session);
      return ok({ person });
    },

    'people/sign-out': ({ actor, bindSession }) => {
      people.endSession(actor);
      bindSession(null);
      return ok({});
    },
  };
}
