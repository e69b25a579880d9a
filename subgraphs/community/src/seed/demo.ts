import { demoAccounts, demoPassword, demoSeed, type DemoWorld, demoWorld } from '@lokaal/shared/demo';
import type { DatabaseUrls, DemoPlan, RowCounts } from '@lokaal/shared/graphql';
import { analyze, bulkLoad, insertRows, loadDemoOnce, type SqlClient } from '@lokaal/shared/seeding';
import { refreshCohorts } from '../features/cohort/refresh-cohorts.js';
import { hashPassword } from '../features/identity/password-hash.js';
import { seedApiKeys } from './demo-api-keys.js';
import { seedCircles } from './demo-circles.js';
import { seedEmploymentInvitations } from './demo-employment-invitations.js';
import { seedEventMessages } from './demo-event-messages.js';
import { seedEvents } from './demo-events.js';
import { seedKnowledge } from './demo-knowledge.js';
import { seedMailingLists } from './demo-mailing-lists.js';
import { seedMails } from './demo-mails.js';
import { seedMemberships } from './demo-memberships.js';
import { seedMentorships } from './demo-mentorships.js';
import { seedOrganisations, seedReferenceRegions } from './demo-organisations.js';
import { seedPeople } from './demo-people.js';
import { seedPlannedMerger } from './demo-planned-merger.js';
import { seedProjects } from './demo-projects.js';
import { seedRegistrations } from './demo-registrations.js';
import { seedSessionSignups } from './demo-session-signups.js';
import { seedStaffNotices } from './demo-staff-notices.js';
import { seedThinkTank } from './demo-think-tank.js';
import { seedCertificates, seedTrainings } from './demo-trainings.js';

async function seedPasswords(client: SqlClient): Promise<void> {
  const rows = await Promise.all(
    demoAccounts.map(async ({ personId }) => ({
      person_id: personId,
      password_hash: await hashPassword(demoPassword),
      changed_at: '2025-01-06T09:00:00Z',
    })),
  );
  await insertRows(client, 'credential', rows);
}

/** What the association knows, and what its members do together. */
const seedCollected = async (client: SqlClient, world: DemoWorld): Promise<RowCounts> => ({
  ...(await seedKnowledge(client, world.lastDay)),
  ...(await seedMailingLists(client, world)),
  ...(await seedMails(client, world.lastDay)),
  ...(await seedPlannedMerger(client, world.lastDay)),
  ...(await seedProjects(client, world)),
  ...(await seedThinkTank(client, world)),
  ...(await seedMentorships(client, world.lastDay)),
  // when all is there that waits
  ...(await seedStaffNotices(client, world.lastDay)),
});

/** Many rows, about which the steps after them ask. */
async function loadMany(
  client: SqlClient,
  tables: readonly string[],
  seed: () => Promise<RowCounts>,
): Promise<RowCounts> {
  const counts = await bulkLoad(client, tables, seed);
  await analyze(client, tables);
  return counts;
}

async function seedWorld(client: SqlClient, lastDay: string): Promise<RowCounts> {
  const world = demoWorld(lastDay);
  await seedReferenceRegions(client, world);
  const organisation = await seedOrganisations(client, world);
  const people = await loadMany(client, ['person', 'employment'], () => seedPeople(client, world));
  const keys = { ...(await seedApiKeys(client, lastDay)), ...(await seedEmploymentInvitations(client, lastDay)) };
  const circles = await seedCircles(client, world);
  const memberships = await loadMany(client, ['membership', 'membership_term'], () => seedMemberships(client, world));
  const events = await seedEvents(client, world);
  const trainings = await seedTrainings(client, lastDay);
  const registrations = await loadMany(client, ['registration', 'registration_answer'], () =>
    seedRegistrations(client, lastDay),
  );
  const signups = await loadMany(client, ['session_signup', 'exhibitor_scan'], () =>
    seedSessionSignups(client, lastDay),
  );
  const messages = await seedEventMessages(client, lastDay);
  const certificates = await loadMany(client, ['certificate'], () => seedCertificates(client, lastDay));
  const knowledge = await seedCollected(client, world);
  await seedPasswords(client);
  const cohorts = await refreshCohorts(client, new Date());
  const learned = { ...trainings, ...certificates };
  const held = { ...events, ...registrations, ...messages, ...signups, ...learned, ...knowledge, ...keys };
  return { organisation, ...people, ...circles, ...memberships, ...held, cohort: cohorts.length };
}

/**
 * Loads the demonstration data once, after the reference data. People and territory stay as many at any size factor:
 * it is there to enlarge the catalogue.
 */
export const seedDemo = (urls: DatabaseUrls, { scale, lastDay }: DemoPlan): Promise<RowCounts> =>
  loadDemoOnce(urls.owner, { seed: demoSeed, scale }, (client) => seedWorld(client, lastDay));
