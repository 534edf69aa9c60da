/**
 * The contacts room: people with one phone number each, the lists they are in, and every fact about a phone. It takes
 * lists from files, opt-outs, and what other rooms learn of a phone; it gives contacts, their zones and what is known
 * of them. It refuses files that are no lists, tells row by row what of a list it cannot use, and shows nothing of an
 * import before all of it is there. Nobody can take an opt-out back.
 */
export { contactsHandlers } from './calls.ts';
export { type Contact, findContact, findContactByPhone, scriptValuesOf } from './contact.ts';
export { type Contacts, type ContactsParts, createContacts, type OptOut } from './contacts.ts';
export { countLacking, isContactVariable, type Lackable } from './lacking.ts';
export { findReadyList, listZoneSets, pageOfMembers } from './lists.ts';
export { type KnownOfPhone, noteReceived, noteSent, noteUnreachable, readPhone } from './phone-facts.ts';
export { contactsQuestions, countReach } from './questions.ts';
