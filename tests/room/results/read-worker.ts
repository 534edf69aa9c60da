import { resultsQuestions } from '../../../main/results/index.ts';
import { answerQuestions } from '../../../main/store/index.ts';

/** The read worker with the questions of the one room that is tested. */
answerQuestions(resultsQuestions);
