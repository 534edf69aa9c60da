import type { people as english } from '../en/people.ts';
import type { Same } from '../same.ts';

export const people: Same<typeof english> = {
  title: 'Personas',
  roles: { owner: 'Responsable', admin: 'Administración', lead: 'Líder', texter: 'Voluntariado' },
};
