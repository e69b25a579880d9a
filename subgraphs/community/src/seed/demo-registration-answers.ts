import { demoSeed, dice, type Dice, weighted } from '@lokaal/shared/demo';
import type { SeedRow } from '@lokaal/shared/seeding';

export interface DemoQuestion {
  readonly id: string;
  readonly kind: string;
  readonly options: readonly string[];
  readonly required: boolean;
}

/** What people look for at a fair: the only thing that is asked in words. */
const wishes = [
  'Een afsprakensysteem voor het loket.',
  'Documentbeheer dat met Teams samenwerkt.',
  'Iets voor meldingen openbaar domein.',
  'Ik kijk vooral rond.',
];

/** What a hundred people eat, in the order of the options of the only question with a choice: most have no wish. */
const diets = [82, 11, 2, 3, 2];

function answerTo({ kind, options }: DemoQuestion, by: Dice): string {
  if (kind === 'CHOICE') return weighted(options, (_, index) => diets[index] ?? 0)(by);
  return kind === 'BOOLEAN' ? String(by.chance(0.5)) : by.pick(wishes);
}

/** What was answered in each registration: to what had to be, and now and then to the rest. */
export function answersOf(questions: readonly DemoQuestion[], registrations: readonly SeedRow[]): SeedRow[] {
  return registrations.flatMap(({ id }) => {
    const by = dice(demoSeed, 'answers', String(id));
    return questions
      .filter(({ required }) => required || by.chance(0.4))
      .map((question) => ({ registration_id: id, question_id: question.id, answer: answerTo(question, by) }));
  });
}
