import { Problem } from '../../api/problem';
import { problemWords } from '../../api/problem-words';
import { roundsWords } from './rounds-words';

/** What kept a round from its next step, in an admin's words. */
export function roundProblem(error: unknown): string {
  const own = error instanceof Problem ? roundsWords.value.problems[error.code] : undefined;
  return own ?? problemWords(error);
}
