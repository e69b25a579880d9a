import { addDays, dayBetween, demoSeed, dice, inventedName } from '@lokaal/shared/demo';
import { seededId, type SeedRow } from '@lokaal/shared/seeding';
import { invented, sentence, summaryOf, type ThemeWords } from './words.js';

/** A row of the knowledge, with those who are named with it. */
export interface KnowledgeDraft {
  readonly row: SeedRow & { readonly id: string };
  readonly authors: readonly string[];
}

const forms = ['Praktijkgids', 'Checklist', 'Leidraad', 'Factsheet', 'Visienota'];

/** Publications of the association that exist; what stands in them is not repeated here. */
const known = [
  ['Samen Groeien: Masterplanning 2025-2030', '2024-12-02', 'strategie-en-leiderschap'],
  ['Cyberfundamentals in Lokale Besturen: stappenplan 2025', '2025-03-17', 'cyberfundamentals'],
  ['Inspiratienota maart 2024', '2024-03-18', 'interoperabiliteit'],
] as const;

const knownPublications = (): KnowledgeDraft[] =>
  known.map(([title, day, theme]) => ({
    row: {
      id: seededId('publication', title),
      title,
      subtitle: null,
      summary: `Publicatie van de vereniging. ${invented}`,
      body: invented,
      url: null,
      themes: [theme],
      access: 'PUBLIC',
      status: 'PUBLISHED',
      published_on: day,
      withdrawal_reason: null,
    },
    authors: [],
  }));

interface Subject {
  readonly theme: ThemeWords;
  readonly topic: string;
}

function inventedPublication({ theme, topic }: Subject, number: number, lastDay: string): KnowledgeDraft {
  const { slug, label } = theme;
  const by = dice(demoSeed, 'publication', number);
  const title = `${by.pick(forms)}: ${topic}`;
  const status = number % 17 === 0 ? 'DRAFT' : number % 23 === 0 ? 'WITHDRAWN' : 'PUBLISHED';
  return {
    row: {
      id: seededId('publication', `${number}:${title}`),
      title,
      subtitle: by.chance(0.4) ? `${label} voor lokale besturen` : null,
      summary: summaryOf(by, topic),
      body: `${sentence(topic)}: stap voor stap. Bespreek eerst wie beslist, leg dan vast wat er is, en verbeter elk kwartaal iets kleins.\n\n${invented}`,
      url: by.chance(0.5) ? `https://publicaties.vereniging.example/${number}.pdf` : null,
      themes: [slug],
      access: by.chance(0.45) ? 'MEMBERS' : 'PUBLIC',
      status,
      // of a draft, when it is to come out
      published_on: status === 'DRAFT' ? addDays(lastDay, 30) : dayBetween(by, '2024-01-15', addDays(lastDay, -15)),
      withdrawal_reason: status === 'WITHDRAWN' ? 'Vervangen door een nieuwere uitgave.' : null,
    },
    authors: Array.from({ length: by.between(1, 3) }, () => inventedName(by)),
  };
}

/** Three that exist, and one for each topic of each theme: about sixty in all. */
export const publicationDrafts = (themes: readonly ThemeWords[], lastDay: string): KnowledgeDraft[] => [
  ...knownPublications(),
  ...themes
    .flatMap((theme) => theme.topics.map((topic) => ({ theme, topic })))
    .map((subject, index) => inventedPublication(subject, index + 1, lastDay)),
  ...themes
    .slice(0, 6)
    .map((theme) => ({ theme, topic: `${theme.label.toLowerCase()} in cijfers` }))
    .map((subject, index) => inventedPublication(subject, 100 + index, lastDay)),
];

/** One each fortnight, from new to old. */
export const newsDrafts = (themes: readonly ThemeWords[], count: number, lastDay: string): KnowledgeDraft[] =>
  Array.from({ length: count }, (_, index) => {
    const by = dice(demoSeed, 'news', index);
    const { slug, topics } = themes[(index * 5) % themes.length]!;
    const topic = topics[index % topics.length]!;
    const title = by.pick([
      `Terugblik: ${topic}`,
      `Nieuw: ${topic}`,
      `Oproep aan besturen: ${topic}`,
      `In de kijker: ${topic}`,
    ]);
    return {
      row: {
        id: seededId('newsitem', `${index}`),
        title,
        summary: summaryOf(by, topic),
        body: `Wie meer wil weten over ${topic}, kan terecht bij de kenniskring van de eigen regio.\n\n${invented}`,
        themes: [slug],
        access: by.chance(0.15) ? 'MEMBERS' : 'PUBLIC',
        status: 'PUBLISHED',
        published_on: addDays(lastDay, -2 - 14 * index),
        withdrawal_reason: null,
      },
      authors: by.chance(0.5) ? [inventedName(by)] : [],
    };
  });
