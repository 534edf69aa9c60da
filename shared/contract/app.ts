import { z } from 'zod';
import { call } from './define.ts';
import { nothing } from './fields.ts';

/** What only Electron's main process can do. Every call here is `at: app`, and only these are. */
export const appCalls = {
  'app/read-about': call({
    at: 'app',
    allow: 'anyone',
    repeat: 'query',
    input: nothing,
    output: z.object({ version: z.string(), language: z.string() }),
    errors: [],
  }),
  /** Shows the folder that holds the store and the engine's log, for whoever helps the person. */
  'app/show-data-folder': call({
    at: 'app',
    allow: 'anyone',
    repeat: 'repeatable',
    input: nothing,
    output: nothing,
    errors: [],
  }),
};
