import { addDays, demoSeed, dice, inventedName } from '@lokaal/shared/demo';
import { seededId, type SeedRow } from '@lokaal/shared/seeding';
import type { KnowledgeDraft } from './publications.js';
import { sentence, summaryOf, type ThemeWords } from './words.js';

/** A webinar that was held, as an event. */
export interface HeldWebinar {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly themes: readonly string[];
}

interface Known {
  readonly themes: readonly ThemeWords[];
  readonly lastDay: string;
}

interface Recording {
  readonly key: string;
  readonly kind: 'WEBINAR' | 'PODCAST' | 'VIDEO';
  readonly title: string;
  readonly topic: string;
  readonly day: string;
  readonly themes: readonly string[];
  readonly eventId: string | null;
}

function drafted({ key, kind, title, topic, day, themes, eventId }: Recording): KnowledgeDraft {
  const by = dice(demoSeed, 'media', key);
  const row: SeedRow & { id: string } = {
    id: seededId('mediaitem', key),
    kind,
    title,
    summary: summaryOf(by, topic),
    url: `https://media.vereniging.example/${key}`,
    duration_minutes: kind === 'WEBINAR' ? by.between(50, 65) : by.between(12, 35),
    recorded_on: day,
    event_id: eventId,
    session_id: null,
    themes,
    access: kind === 'WEBINAR' && by.chance(0.6) ? 'MEMBERS' : 'PUBLIC',
    status: 'PUBLISHED',
    published_on: addDays(day, 2),
    withdrawal_reason: null,
  };
  return { row, authors: Array.from({ length: by.between(1, 2) }, () => inventedName(by)) };
}

/** One a week before the last day of the demonstration data. */
const weekly = ({ themes, lastDay }: Known, kind: Recording['kind'], count: number): Recording[] =>
  Array.from({ length: count }, (_, index) => {
    const { slug, topics } = themes[index % themes.length]!;
    const topic = topics[Math.floor(index / themes.length) % topics.length]!;
    const day = addDays(lastDay, -7 - 7 * index);
    const title = `${sentence(kind.toLowerCase())}: ${topic}`;
    return { key: `${kind.toLowerCase()}-${index + 1}`, kind, title, topic, day, themes: [slug], eventId: null };
  });

const ofEvent = ({ id, title, day, themes }: HeldWebinar, index: number): Recording => ({
  key: `webinar-event-${index + 1}`,
  kind: 'WEBINAR',
  title,
  topic: title,
  day,
  themes,
  eventId: id,
});

const webinars = 50;

/** So that no two recordings of a week are about the same. */
const turned = (themes: readonly ThemeWords[]): readonly ThemeWords[] => [...themes.slice(9), ...themes.slice(0, 9)];

/** Fifty webinars: recordings of those that were held as events, and others; podcasts and videos beside them. */
export function mediaDrafts({ held, ...known }: Known & { readonly held: readonly HeldWebinar[] }): KnowledgeDraft[] {
  const recorded = held.slice(0, webinars).map(ofEvent);
  return [
    ...recorded,
    ...weekly(known, 'WEBINAR', webinars - recorded.length),
    ...weekly({ ...known, themes: turned(known.themes) }, 'PODCAST', 14),
    ...weekly({ ...known, themes: known.themes.toReversed() }, 'VIDEO', 6),
  ].map(drafted);
}
