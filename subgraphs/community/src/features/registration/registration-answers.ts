import { invalidState } from '@lokaal/shared/errors';
import type { EventTurn } from '../event/event-follower.js';
import { EventQuestionEntity } from '../event/event-question.entity.js';
import { expected } from '../waiting-list/registration-state.enums.js';
import { type GivenAnswer, givenAnswers } from './answers-in-words.js';
import { type Answer, refusalOfAnswers } from './answers.policy.js';
import { RegistrationAnswerEntity, RegistrationEntity } from './registration.entity.js';

type Answered = Pick<RegistrationEntity, 'id' | 'state'>;

interface Answering extends Pick<Answered, 'id'> {
  readonly answers: readonly Answer[];
}

/** Writes what registrants answer. */
export async function writeAnswers({ tx }: EventTurn, given: readonly Answering[]): Promise<void> {
  const rows = given.flatMap(({ id: registrationId, answers }) => answers.map((one) => ({ ...one, registrationId })));
  if (rows.length > 0) await tx.insert(RegistrationAnswerEntity, rows);
}

/** What a registrant was asked and answered. */
export async function answersOf({ tx, event }: EventTurn, { id }: Pick<Answered, 'id'>): Promise<GivenAnswer[]> {
  const questions = await tx.find(EventQuestionEntity, { where: { eventId: event.id }, order: { position: 'ASC' } });
  return givenAnswers(questions, await tx.findBy(RegistrationAnswerEntity, { registrationId: id }));
}

/** Other answers instead of those that were given. Throws a DomainError when they do not fit the questions of now. */
export async function replaceAnswers(
  turn: EventTurn,
  registration: Answered,
  answers: readonly Answer[],
): Promise<void> {
  const { tx, event } = turn;
  const { id, state } = registration;
  if (!expected.includes(state)) throw invalidState(`What is ${state} has no answers to change.`);
  const refusal = refusalOfAnswers(await tx.findBy(EventQuestionEntity, { eventId: event.id }), answers);
  if (refusal) throw refusal;
  await tx.delete(RegistrationAnswerEntity, { registrationId: id });
  await writeAnswers(turn, [{ id, answers }]);
  await tx.update(RegistrationEntity, id, { updatedAt: () => 'now()' });
}
