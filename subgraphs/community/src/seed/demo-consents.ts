import { addDays, dayBetween, demoSeed, dice, momentOn } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';

/** As many of those who are not in the directory were in it once. */
const formerShare = 0.08;
/** As many told staff, on paper, at an event. */
const onPaperShare = 0.05;

interface Wordings {
  /** First day of the history: what was given before has no text. */
  readonly since: string;
  /** Oldest first. */
  readonly texts: readonly SeedRow[];
  readonly lastDay: string;
}

async function wordingsOf(client: SqlClient, lastDay: string): Promise<Wordings> {
  const { rows } = await client.query(
    `select id, language, from_date::text as since from consent_wording where purpose = 'DIRECTORY' order by revision`,
  );
  return { since: String(rows[0]!['since']), texts: rows, lastDay };
}

/** What a person decided so far, oldest first; the flag says how it ended. */
function decisionsOf(person: SeedRow, { since, texts, lastDay }: Wordings): SeedRow[] {
  const { id, language, consent_directory: agrees, email_confirmed_at: at } = person;
  const by = dice(demoSeed, 'consent', String(id));
  if (!agrees && !by.chance(formerShare)) return [];
  const wording = texts.findLast((text) => text['language'] === language && String(text['since']) <= String(at));
  const onPaper = wording !== undefined && by.chance(onPaperShare);
  const told = onPaper
    ? { actor: 'STAFF', channel: 'PAPER' }
    : { actor: 'SELF', channel: wording ? 'ONLINE' : 'EARLIER' };
  const one = (number: number, decided: SeedRow): SeedRow => ({
    id: seededId('consent', `${String(id)}:${number}`),
    person_id: id,
    purpose: 'DIRECTORY',
    ...decided,
  });
  const given = one(1, { decision: 'GIVEN', decided_at: at, ...told, wording_id: wording?.['id'] ?? null });
  if (agrees) return [given];
  const later = momentOn(by, dayBetween(by, laterOf(since, addDays(String(at).slice(0, 10), 30)), lastDay));
  const withdrawn = { decision: 'WITHDRAWN', decided_at: later, actor: 'SELF', channel: 'ONLINE', wording_id: null };
  return [given, one(2, withdrawn)];
}

const laterOf = (one: string, other: string): string => (one > other ? one : other);

interface Deciders {
  readonly people: readonly SeedRow[];
  readonly lastDay: string;
}

export async function seedConsents(client: SqlClient, { people, lastDay }: Deciders): Promise<number> {
  const wordings = await wordingsOf(client, lastDay);
  return insertRows(
    client,
    'consent',
    people.flatMap((person) => decisionsOf(person, wordings)),
  );
}
