import { demoSeed, dice, type Dice } from '@lokaal/shared/demo';
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

function answerTo({ kind, options }: DemoQuestion, by: Dice): string {
  if (kind === 'CHOICE') return by.pick(options);
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
