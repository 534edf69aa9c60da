import { fullName } from '../../shared/domain/full-name.ts';
import { asE164, type E164 } from '../../shared/domain/phone.ts';
import type { ScriptValues } from '../../shared/domain/script-render.ts';
import { fieldVariable } from '../../shared/domain/script-variables.ts';
import type { Reader } from '../store/index.ts';
import { type ContactRow, findContactRow, findContactRowByPhone, listValues } from './queries.ts';

/** A person with one phone number. What is not known is empty. */
export interface Contact {
  readonly contactId: number;
  readonly phone: E164;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly zip: string;
  readonly state: string;
  readonly zoneSetId: number;
}

/** A contact by id; undefined, too, while the import that brings it has not ended. */
export function findContact(reader: Reader, contactId: number): Contact | undefined {
  return contactOf(findContactRow(reader, contactId));
}

/** Takes E.164. */
export function findContactByPhone(reader: Reader, phone: string): Contact | undefined {
  return contactOf(findContactRowByPhone(reader, phone));
}

function contactOf(row: ContactRow | undefined): Contact | undefined {
  return (
    row && {
      contactId: row.id,
      phone: asE164(row.phone),
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
      zip: row.zip,
      state: row.state,
      zoneSetId: row.zone_set_id,
    }
  );
}

/** What scripts can say of a contact, by the variables' canonical names. A custom field without a value is not there. */
export function scriptValuesOf(reader: Reader, contact: Contact): ScriptValues {
  const { firstName, lastName, email, phone, state } = contact;
  const fields = listValues(reader, contact.contactId).map(({ slug, value }) => [fieldVariable(slug), value] as const);
  return {
    ...Object.fromEntries(fields),
    first_name: firstName,
    last_name: lastName,
    full_name: fullName(contact),
    email,
    phone,
    state_abbrev: state,
  };
}
