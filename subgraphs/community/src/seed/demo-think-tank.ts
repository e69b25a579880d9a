import { demoAccounts, demoSeed, dice, type DemoWorld, ictManagerId } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import type { DemoEvent } from './events/demo-event.js';
import { isAnnounced } from './events/calendar.js';
import { eventRow } from './events/event-rows.js';
import { invented } from './knowledge/words.js';

const thinkTankId = seededId('thinktank', 'lokale-transformatie');
const firstMeeting = '2024-01-31';

/** Its first day and its proposals are facts; who is in it, its other meetings and its texts are made up. */
const thinkTank: SeedRow = {
  id: thinkTankId,
  name: 'Lokale Transformatie',
  description: `Denktank over de digitale transformatie van lokale besturen. ${invented}`,
  founded_on: firstMeeting,
};

const members = 14;

function memberRows({ circles }: DemoWorld): SeedRow[] {
  const chair = demoAccounts[0]!.personId;
  const others = dice(demoSeed, 'think tank')
    .some(circles, members - 1)
    .map((circle) => ictManagerId(circle.members[0]!));
  return [chair, ...others].map((personId, index) => ({
    id: seededId('thinktankmember', personId),
    think_tank_id: thinkTankId,
    person_id: personId,
    chairs: index === 0,
    from_date: index < members - 3 ? firstMeeting : '2025-01-15',
    to_date: index === members - 4 ? '2025-12-31' : null,
  }));
}

const meetings = [firstMeeting, '2024-10-16', '2025-03-19', '2026-04-22', '2027-01-20', '2027-10-20', '2028-03-22'];

/** Without a price nobody registers: members are asked. */
const meeting = (day: string, index: number): DemoEvent => ({
  series: 'OTHER',
  edition: Number(day.slice(0, 4)),
  slug: `denktank-lokale-transformatie-${day}`,
  title: `Denktank Lokale Transformatie, vergadering ${index + 1}`,
  summary: index === 0 ? 'Eerste vergadering van de denktank.' : 'Vergadering van de denktank.',
  mode: 'ONLINE',
  from: `${day}T09:30`,
  to: `${day}T12:00`,
  themes: ['strategie-en-leiderschap'],
  prices: {},
});

const focusProjects = [
  { title: 'Interoperabiliteitslab', theme: 'interoperabiliteit', status: 'RUNNING', from: '2024-11-04', to: null },
  { title: 'Datastandaardisatie', theme: 'data-en-standaarden', status: 'RUNNING', from: '2025-02-03', to: null },
  { title: 'Cybersecurity', theme: 'informatieveiligheid', status: 'DONE', from: '2024-03-04', to: '2025-10-31' },
  { title: 'Data governance', theme: 'data-en-standaarden', status: 'PROPOSED', from: null, to: null },
];

const focusRow = ({ title, theme, status, from, to }: (typeof focusProjects)[number]): SeedRow => ({
  id: seededId('focusproject', title),
  think_tank_id: thinkTankId,
  title,
  summary: `Speerpunt van de denktank: ${title.toLowerCase()}. ${invented}`,
  status,
  started_on: from,
  ended_on: to,
  themes: [theme],
});

/** The think tank with its members, meetings and focus projects. */
export async function seedThinkTank(client: SqlClient, world: DemoWorld) {
  const held = meetings.map(meeting).filter(isAnnounced(world.lastDay));
  const events = held.map((event) => eventRow(event, world.lastDay));
  await insertRows(client, 'event', events);
  return {
    think_tank: await insertRows(client, 'think_tank', [thinkTank]),
    think_tank_member: await insertRows(client, 'think_tank_member', memberRows(world)),
    think_tank_meeting: await insertRows(
      client,
      'think_tank_meeting',
      events.map(({ id }) => ({ think_tank_id: thinkTankId, event_id: id })),
    ),
    focus_project: await insertRows(client, 'focus_project', focusProjects.map(focusRow)),
  };
}
