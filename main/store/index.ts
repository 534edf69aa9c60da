/**
 * The store room: the one SQLite file of a campaign. It takes work as short write transactions on the engine's thread
 * and longer questions for the read worker, and gives them durably or not at all. It refuses files that are newer,
 * damaged or foreign, folders on a network or kept in step by others, a second engine on one file, and writing when
 * the disk is almost full. It knows no table but its own.
 */
export { answerQuestions } from './answering.ts';
export { storeHandlers } from './calls.ts';
export { type Database, type OpenOptions, openDatabase } from './database.ts';
export type { Mode } from './identity.ts';
export { checkIntegrity, integrityJob } from './integrity.ts';
export { type OpenStoreOptions, openStore } from './open-store.ts';
export { type AnyQuestion, integrityCheck, type Question, question, storeQuestions } from './questions.ts';
export { StoreRefusal } from './refusal.ts';
export type { Reader, Tx, Value } from './statements.ts';
export type { Store } from './store.ts';
