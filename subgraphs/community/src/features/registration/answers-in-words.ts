import { QuestionKind } from '../event/event.enums.js';
import { colons } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import type { Answer, Question } from './answers.policy.js';

/** A question of an event with what a registrant answered. */
export interface GivenAnswer extends Pick<Question, 'label' | 'kind'> {
  readonly answer: string;
}

/** In the order of the questions. */
export function givenAnswers(questions: readonly Question[], answers: readonly Answer[]): GivenAnswer[] {
  const given = new Map(answers.map(({ questionId, answer }) => [questionId, answer]));
  return questions.flatMap(({ id, label, kind }) => {
    const answer = given.get(id);
    return answer === undefined ? [] : [{ label, kind, answer }];
  });
}

const headings: Record<Language, string> = {
  NL: 'Uw antwoorden:',
  FR: 'Vos réponses :',
  EN: 'Your answers:',
  DE: 'Ihre Antworten:',
};

const yesAndNo: Record<Language, Readonly<Record<string, string>>> = {
  NL: { true: 'ja', false: 'nee' },
  FR: { true: 'oui', false: 'non' },
  EN: { true: 'yes', false: 'no' },
  DE: { true: 'ja', false: 'nein' },
};

/** As paragraphs of a mail; none when nothing was answered. */
export function answersInWords(given: readonly GivenAnswer[], language: Language): string[] {
  if (given.length === 0) return [];
  const said = ({ kind, answer }: GivenAnswer): string =>
    kind === QuestionKind.BOOLEAN ? (yesAndNo[language][answer] ?? answer) : answer;
  const asked = ({ label }: GivenAnswer): string => (/[?:]$/.test(label) ? label : `${label}${colons[language]}`);
  return [headings[language], ...given.map((one) => `${asked(one)} ${said(one)}`)];
}
