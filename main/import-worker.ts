import { readList } from './contacts/import/worker.ts';

/** The import worker: reads one list. Only this file of the room, because its door brings the store along. */
await readList();
