/**
 * The scripts room: what is written beforehand, with variables that are filled per contact. It takes bodies from
 * admins, and gives them back, checked, and filled for one contact and one texter as they would be sent; for previews,
 * it gives what there is to fill them with. It refuses a body in which nothing can be read, one with a variable that is
 * broken or that the campaign does not have, unless it is kept for a draft, and to change what a room above says is fixed.
 */
export { scriptsHandlers } from './calls.ts';
export { createScripts, type FilledScript, type Scripts, type SendingPhone } from './fill.ts';
export { judgeBody } from './rules.ts';
export { findScript, type StoredScript } from './stored-script.ts';
export { createScriptWriter, knownNames, type ScriptWriterParts } from './writer.ts';
