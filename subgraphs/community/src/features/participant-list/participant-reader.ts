import { dayOf } from '@lokaal/shared/config';
import type { Asker } from '@lokaal/shared/callers';
import { askAs } from '../../ask-as.js';
import type { SliceDependencies } from '../../slice.js';

/** As the graph answers it to who asks. */
export interface Participant {
  readonly personName: string;
  readonly person: {
    readonly email: string | null;
    readonly employments: { readonly nodes: readonly Employed[] };
  } | null;
  readonly state: string;
  readonly mode: string;
  readonly audience: string | null;
  readonly priceCents: number | null;
  readonly waitingPosition: number | null;
  readonly createdAt: string;
  readonly checkedInAt: string | null;
  readonly answers: readonly { readonly questionId: string; readonly answer: string }[] | null;
}

interface Employed {
  readonly from: string;
  readonly to: string | null;
  readonly organisation: { readonly legalName: string };
}

export interface AskedQuestion {
  readonly id: string;
  readonly label: string;
}

interface Page {
  readonly startsAt: string;
  /** On the first page. */
  readonly questions?: { readonly nodes: readonly AskedQuestion[] };
  readonly registrations: {
    readonly nodes: readonly Participant[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PARTICIPANTS = `query Participants($slug: String!, $after: String, $first: Boolean!) { event(slug: $slug) { startsAt
  questions(first: 100) @include(if: $first) { nodes { id label } }
  registrations(first: 100, after: $after) {
    nodes { personName state mode audience priceCents waitingPosition createdAt checkedInAt answers { questionId answer }
      person { email employments(first: 20) { nodes { from to organisation { legalName } } } } }
    pageInfo { hasNextPage endCursor } } } }`;

/** Reads who registered through the graph, as whoever asks: the list tells nothing that the graph hides. */
export class ParticipantReader {
  constructor(private readonly on: Pick<SliceDependencies, 'ask'>) {}

  async of(asker: Asker, slug: string) {
    const participants: Participant[] = [];
    let questions: readonly AskedQuestion[] = [];
    let day = '';
    let after: string | null = null;
    do {
      const variables: Record<string, unknown> = { slug, after, first: after === null };
      const question = { operation: 'participants', query: PARTICIPANTS, variables };
      const { event } = await askAs<{ readonly event: Page }>(this.on, asker, question);
      day = dayOf(new Date(event.startsAt));
      questions = event.questions?.nodes ?? questions;
      participants.push(...event.registrations.nodes);
      after = event.registrations.pageInfo.hasNextPage ? event.registrations.pageInfo.endCursor : null;
    } while (after !== null);
    return { questions, day, participants };
  }
}
