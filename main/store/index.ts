export { type Database, type OpenOptions, openDatabase } from './database.ts';
