/**
 * The campaign room: the organisation's space. It takes its founding, once in the life of a store, with the person
 * who becomes its owner, its name, its settings and its custom fields; it gives them to every screen and to the rooms
 * above. It refuses a second founding, texting hours that pass midnight, clocks that nobody knows, and two fields that
 * a script could not tell apart.
 */
export { campaignHandlers } from './calls.ts';
export { type Field, listFields } from './fields.ts';
export { readSettings, type Settings } from './settings.ts';
