import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Store, Tx } from '../store/index.ts';
import type { People } from './index.ts';
import { findPerson, listPeople, type PersonRow } from './queries.ts';

function personView({ id, first_name, last_name, role }: PersonRow) {
  return { userId: id, firstName: first_name, lastName: last_name, role };
}

export function peopleHandlers(people: People, store: Store): Handlers<CallsOf<'people'>, Tx> {
  return {
    'people/list-sign-in': () => ok({ people: store.look(listPeople).map(personView) }),

    'people/sign-in': ({ bindSession }, { userId }) => {
      const person = store.look((reader) => findPerson(reader, userId));
      if (person === undefined) return err(appError('people/unknown-person'));
      const session = people.openSession(userId);
      bindSession(session);
      return ok({ session, person: personView(person) });
    },

    'people/resume': ({ actor, session, bindSession }) => {
      const person = store.look((reader) => findPerson(reader, actor.userId));
      if (person === undefined) throw new Error('a session without its person');
      bindSession(session);
      return ok({ person: personView(person) });
    },

    'people/sign-out': ({ actor, bindSession }) => {
      people.endSession(actor);
      bindSession(null);
      return ok({});
    },
  };
}
