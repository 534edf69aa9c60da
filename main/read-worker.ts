import { assignmentsQuestions } from './assignments/index.ts';
import { contactsQuestions } from './contacts/index.ts';
import { conversationsQuestions } from './conversations/index.ts';
import { outboxQuestions } from './outbox/index.ts';
import { resultsQuestions } from './results/index.ts';
import { answerQuestions, storeQuestions } from './store/index.ts';

/** The read worker: every room's questions, on a connection of its own that cannot write. */
answerQuestions([
  ...assignmentsQuestions,
  ...contactsQuestions,
  ...conversationsQuestions,
  ...outboxQuestions,
  ...resultsQuestions,
  ...storeQuestions,
]);
