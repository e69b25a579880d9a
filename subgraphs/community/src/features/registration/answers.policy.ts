import { badInput, type DomainError } from '@lokaal/shared/errors';
import type { EventQuestionEntity } from '../event/event-question.entity.js';
import { QuestionKind } from '../event/event.enums.js';

export type Question = Pick<EventQuestionEntity, 'id' | 'label' | 'kind' | 'options' | 'required'>;

export interface Answer {
  readonly questionId: string;
  readonly answer: string;
}

/** Why answers do not fit the questions of an event, or undefined when they do. */
export function refusalOfAnswers(questions: readonly Question[], answers: readonly Answer[]): DomainError | undefined {
  const asked = new Map(questions.map((question) => [question.id, question]));
  const given = new Set<string>();
  for (const [index, { questionId, answer }] of answers.entries()) {
    const at = (field: string): readonly string[] => ['answers', String(index), field];
    const question = asked.get(questionId);
    if (!question) return badInput('This event does not ask that.', at('questionId'));
    if (given.has(questionId)) return badInput('Answer each question once.', at('questionId'));
    given.add(questionId);
    const wrong = refusalOfAnswer(question, answer);
    if (wrong) return badInput(wrong, at('answer'));
  }
  const missing = questions.find(({ id, required }) => required && !given.has(id));
  return missing && badInput(`Answer the question “${missing.label}”.`, ['answers']);
}

function refusalOfAnswer({ kind, options }: Question, answer: string): string | undefined {
  if (kind === QuestionKind.CHOICE && !options.includes(answer)) return `Choose one of: ${options.join(', ')}.`;
  if (kind === QuestionKind.BOOLEAN && answer !== 'true' && answer !== 'false') return 'Answer true or false.';
  return undefined;
}
