import { answerQuestions, storeQuestions } from './store/index.ts';

/** The read worker: every room's questions, on a connection of its own that cannot write. */
answerQuestions([...storeQuestions]);
