import { contactsQuestions } from '../../../main/contacts/index.ts';
import { answerQuestions, storeQuestions } from '../../../main/store/index.ts';

/** The read worker with no more questions than these tests ask. */
answerQuestions([...storeQuestions, ...contactsQuestions]);
