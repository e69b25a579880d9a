import type { Viewer } from '@lokaal/shared/auth';
import { requireVersion } from '@lokaal/shared/database';
import { badInput, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { In } from 'typeorm';
import type { EventQuestionInput, SetEventPricesInput, SetEventQuestionsInput } from './event-conditions.input.js';
import type { EventFollower, EventTurn } from './event-follower.js';
import { EventPriceEntity } from './event-price.entity.js';
import { EventQuestionEntity } from './event-question.entity.js';
import { EventEntity } from './event.entity.js';
import { QuestionKind } from './event.enums.js';
import type { KeptEvents } from './kept-events.js';

/** On what conditions people register: prices by audience, and questions. Methods answer with the event's id. */
export class EventConditionsService {
  constructor(
    private readonly events: KeptEvents,
    private readonly follower: EventFollower,
  ) {}

  setPrices(viewer: Viewer, { prices, ...seen }: SetEventPricesInput): Promise<string> {
    return this.change(viewer, seen, async ({ tx, event }) => {
      await tx.delete(EventPriceEntity, { eventId: event.id });
      await tx.insert(
        EventPriceEntity,
        prices.map(({ audience, priceCents }) => ({ audience, priceCents, eventId: event.id })),
      );
    });
  }

  setQuestions(viewer: Viewer, { questions, ...seen }: SetEventQuestionsInput): Promise<string> {
    return this.change(viewer, seen, async (turn) => {
      const { tx, event } = turn;
      const known = new Map((await tx.findBy(EventQuestionEntity, { eventId: event.id })).map((one) => [one.id, one]));
      const answered = new Set(await this.follower.answeredQuestions(turn));
      questions.forEach((question, index) => refuseQuestion({ question, index }, known, answered));
      const gone = [...known.keys()].filter((id) => !questions.some((question) => question.id === id));
      if (gone.some((id) => answered.has(id)))
        throw badInput('A question that somebody answered stays among the questions.', ['questions']);
      await tx.delete(EventQuestionEntity, { id: In(gone) });
      for (const [index, question] of questions.entries()) await writeQuestion(turn, question, index + 1);
    });
  }

  private change(viewer: Viewer, seen: Seen, work: (turn: EventTurn) => Promise<void>): Promise<string> {
    return this.events.change({ viewer, eventId: seen.id, what: 'Event', field: 'id' }, async (turn) => {
      requireVersion(turn.event, seen.expectedVersion);
      await work(turn);
      await turn.tx.update(EventEntity, seen.id, { updatedAt: () => 'now()' });
      return seen.id;
    });
  }
}

type Seen = Pick<SetEventPricesInput, 'id' | 'expectedVersion'>;

interface Placed {
  readonly question: EventQuestionInput;
  readonly index: number;
}

function refuseQuestion(
  { question, index }: Placed,
  known: ReadonlyMap<string, EventQuestionEntity>,
  answered: ReadonlySet<string>,
): void {
  const at = (field: string): string[] => ['questions', String(index), field];
  const { id, kind, options } = question;
  if (kind === QuestionKind.CHOICE && options.length < 2)
    throw badInput('A choice has at least two options.', at('options'));
  if (kind !== QuestionKind.CHOICE && options.length > 0) throw badInput('Only a choice has options.', at('options'));
  if (id == null) return;
  const before = known.get(id);
  if (!before) throw notFound('Question', at('id'));
  if (!answered.has(id)) return;
  if (before.kind !== kind) throw badInput('A question that somebody answered keeps its kind.', at('kind'));
  if (!before.options.every((option) => options.includes(option)))
    throw badInput('A question that somebody answered keeps its options; add others.', at('options'));
}

async function writeQuestion({ tx, event }: EventTurn, question: EventQuestionInput, position: number): Promise<void> {
  const { id, ...columns } = question;
  if (id == null)
    await tx.insert(EventQuestionEntity, { ...columns, id: newId('eventquestion'), eventId: event.id, position });
  else await tx.update(EventQuestionEntity, id, { ...columns, position });
}
