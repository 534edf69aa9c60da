import type { contacts as english } from '../en/contacts.ts';
import type { Same } from '../same.ts';

export const contacts: Same<typeof english> = {
  title: 'Contactos',
};
