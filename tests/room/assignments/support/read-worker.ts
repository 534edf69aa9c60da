import { assignmentsQuestions } from '../../../../main/assignments/index.ts';
import { contactsQuestions } from '../../../../main/contacts/index.ts';
import { answerQuestions } from '../../../../main/store/index.ts';

answerQuestions([...assignmentsQuestions, ...contactsQuestions]);
