import {
  addDays,
  dayBetween,
  demoSeed,
  dice,
  type DemoAuthority,
  type DemoWorld,
  freeEmail,
  inventedName,
  momentOn,
  weekdayFrom,
} from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { frenchOddsAt } from './demo-languages.js';
import { invented } from './knowledge/words.js';

const lists = [
  {
    slug: 'cyberweerbaarheidswoensdag',
    name: 'Cyberweerbaarheidswoensdag',
    description: `Elke woensdag één tip over cyberweerbaarheid. ${invented}`,
    // the association counts 355 subscribers
    confirmed: 355,
    pending: 9,
  },
  {
    slug: 'nieuwsbrief',
    name: 'Nieuwsbrief',
    description: `Maandelijks nieuws voor wie lokaal met ICT werkt. ${invented}`,
    confirmed: 820,
    pending: 4,
  },
];

type ListPlan = (typeof lists)[number];

interface Subscriber {
  readonly id: string | null;
  readonly email: string;
  readonly language: string;
}

const listId = ({ slug }: ListPlan): string => seededId('mailinglist', slug);

const listRow = (plan: ListPlan): SeedRow => ({
  id: listId(plan),
  slug: plan.slug,
  name: plan.name,
  description: plan.description,
});

/** Who may subscribe: people with an account, and others at the authorities. */
interface Known {
  readonly people: readonly Subscriber[];
  readonly authorities: readonly DemoAuthority[];
}

/** Two in three have an account. */
function subscribers(plan: ListPlan, { people, authorities }: Known): Subscriber[] {
  const count = plan.confirmed + plan.pending;
  const by = dice(demoSeed, 'subscribers', plan.slug);
  const known = by.some(people, Math.round((count * 2) / 3));
  const taken = new Set(people.map(({ email }) => email));
  const others = Array.from({ length: count - known.length }, () => {
    const { domain } = by.pick(authorities);
    const email = freeEmail(inventedName(by), domain, taken);
    return { id: null, email, language: by.chance(frenchOddsAt(domain)) ? 'FR' : 'NL' };
  });
  return [...known, ...others];
}

const subscriptionRows = (plan: ListPlan, known: Known, lastDay: string): SeedRow[] =>
  subscribers(plan, known).map(({ id, email, language }, index) => {
    const by = dice(demoSeed, 'subscription', plan.slug, index);
    const isPending = index < plan.pending;
    const requestedAt = momentOn(by, isPending ? lastDay : dayBetween(by, '2023-01-10', addDays(lastDay, -15)));
    return {
      id: seededId('subscription', `${plan.slug}:${email}`),
      list_id: listId(plan),
      email,
      language,
      person_id: isPending ? null : id,
      state: isPending ? 'PENDING' : 'CONFIRMED',
      requested_at: requestedAt,
      confirmed_at: isPending ? null : requestedAt,
    };
  });

const tips = [
  'Herken de valse factuur',
  'Een wachtwoordkluis voor elk team',
  'Vergrendel je scherm',
  'Bel terug, klik niet',
  'Wie mag in welke map?',
  'Updaten voor het weekend',
];

/** Sent each Wednesday until the last week; the next one is being written. */
const issueRows = (plan: ListPlan, lastDay: string): SeedRow[] =>
  tips.map((subject, index) => {
    const isDraft = index === 0;
    const day = addDays(weekdayFrom(addDays(lastDay, 1), 'WEDNESDAY'), -7 * index);
    const sentAt = `${day}T07:00:00Z`;
    return {
      id: seededId('listissue', `${plan.slug}:${index}`),
      list_id: listId(plan),
      subject,
      body: `${subject}: zo pakt u het aan in uw bestuur.\n\nBespreek het op het volgende overleg.\n\n${invented}`,
      sent_at: isDraft ? null : sentAt,
      recipient_count: isDraft ? null : plan.confirmed - index,
      created_at: isDraft ? `${lastDay}T08:00:00Z` : sentAt,
      version: 1,
    };
  });

/** Mailing lists with their subscribers. Of issues that were sent before, no delivery is kept. */
export async function seedMailingLists(client: SqlClient, { authorities, lastDay }: DemoWorld) {
  const { rows } = await client.query('select id, email, language from person order by id');
  const people = rows as unknown as Subscriber[];
  const known = { people, authorities: authorities.filter(({ until }) => until === null) };
  return {
    mailing_list: await insertRows(client, 'mailing_list', lists.map(listRow)),
    mailing_list_subscription: await insertRows(
      client,
      'mailing_list_subscription',
      lists.flatMap((plan) => subscriptionRows(plan, known, lastDay)),
    ),
    mailing_list_issue: await insertRows(client, 'mailing_list_issue', issueRows(lists[0]!, lastDay)),
  };
}
