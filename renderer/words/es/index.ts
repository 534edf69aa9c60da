import { actions } from './actions.ts';
import { app } from './app.ts';
import { contacts } from './contacts.ts';
import { inbox } from './inbox.ts';
import { people } from './people.ts';
import { results } from './results.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { texting } from './texting.ts';
import { today } from './today.ts';

export const spanish = {
  actions,
  app,
  contacts,
  inbox,
  people,
  results,
  search,
  settings,
  start,
  status,
  texting,
  today,
};
