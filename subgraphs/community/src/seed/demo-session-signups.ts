import { demoSeed, dice } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';

interface DemoSession {
  readonly id: string;
  readonly eventId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly places: number | null;
}

interface DemoParticipant {
  readonly id: string;
  readonly eventId: string;
  readonly state: 'CONFIRMED' | 'ATTENDED' | 'NO_SHOW';
  readonly createdAt: Date;
}

const openSessions = `
  select s.id, s.event_id as "eventId", s.starts_at as "startsAt", s.ends_at as "endsAt", coalesce(s.capacity, room.capacity) as places
  from event_session s join track on track.id = s.track_id left join room on room.id = s.room_id
  where s.signup_required and s.status = 'SCHEDULED' and track.kind <> 'PRIVATE' order by s.starts_at, s.id`;

const participants = `
  select id, event_id as "eventId", state, created_at as "createdAt" from registration
  where mode = 'ON_SITE' and state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') order by arrival, id`;

const stands = `
  select exhibitor.id, exhibitor.event_id as "eventId", event.starts_at as "startsAt",
    (select min(person_id) from employment where organisation_id = exhibitor.organisation_id and to_date is null) as "sellerId"
  from exhibitor join event on event.id = exhibitor.event_id where event.ends_at < $1 order by exhibitor.id`;

interface DemoStand {
  readonly id: string;
  readonly eventId: string;
  readonly startsAt: Date;
  readonly sellerId: string | null;
}

const minute = 60_000;

/** Sessions one after the other, never two at once: one of those that begin first, most of the time. */
function choicesOf({ id }: DemoParticipant, sessions: readonly DemoSession[]): DemoSession[] {
  const by = dice(demoSeed, 'sessions', id);
  const chosen: DemoSession[] = [];
  let from = 0;
  for (;;) {
    const begin = sessions.find(({ startsAt }) => startsAt.getTime() >= from)?.startsAt.getTime();
    if (begin === undefined) return chosen;
    const session = by.pick(sessions.filter(({ startsAt }) => startsAt.getTime() === begin));
    const goes = by.chance(0.75);
    if (goes) chosen.push(session);
    from = goes ? session.endsAt.getTime() : begin + 1;
  }
}

/** In order of arrival at each session: who has a place there, and who waits for one or waited until it was over. */
function signupRows(all: readonly DemoSession[], people: readonly DemoParticipant[]): SeedRow[] {
  const held = new Map<string, number>();
  const arrivals = new Map<string, number>();
  return people.flatMap((person) =>
    choicesOf(
      person,
      all.filter(({ eventId }) => eventId === person.eventId),
    ).map((session) => {
      const taken = held.get(session.id) ?? 0;
      const arrival = (arrivals.get(session.id) ?? 0) + 1;
      arrivals.set(session.id, arrival);
      if (taken >= (session.places ?? Infinity))
        return signupRow({ person, session }, person.state === 'CONFIRMED' ? 'WAITLISTED' : 'NOT_PLACED', arrival);
      held.set(session.id, taken + 1);
      return signupRow({ person, session }, person.state, arrival);
    }),
  );
}

interface Choice {
  readonly person: DemoParticipant;
  readonly session: DemoSession;
}

const signupRow = ({ person, session }: Choice, state: string, arrival: number): SeedRow => ({
  id: seededId('signup', `${session.id}:${person.id}`),
  registration_id: person.id,
  session_id: session.id,
  state,
  arrival,
  checked_in_at: state === 'ATTENDED' ? session.startsAt : null,
  created_at: person.createdAt,
  updated_at: person.createdAt,
  version: 1,
});

/** A stand sees a part of who was there. */
function scanRows(all: readonly DemoStand[], people: readonly DemoParticipant[]): SeedRow[] {
  return all.flatMap(({ id, eventId, startsAt, sellerId }) => {
    const by = dice(demoSeed, 'scans', id);
    const present = people.filter((one) => one.eventId === eventId && one.state === 'ATTENDED');
    return by.some(present, by.between(10, 30)).map((person) => ({
      id: seededId('scan', `${id}:${person.id}`),
      exhibitor_id: id,
      registration_id: person.id,
      scanned_by_id: sellerId,
      scanned_at: new Date(startsAt.getTime() + by.between(30, 360) * minute),
      created_at: startsAt,
      updated_at: startsAt,
      version: 1,
    }));
  });
}

/** Sign-ups for the sessions of the events that were loaded before, and scans at their stands. */
export async function seedSessionSignups(client: SqlClient, lastDay: string) {
  const people = (await client.query(participants)).rows as unknown as DemoParticipant[];
  const sessions = (await client.query(openSessions)).rows as unknown as DemoSession[];
  const exhibitors = (await client.query(stands, [lastDay])).rows as unknown as DemoStand[];
  return {
    session_signup: await insertRows(client, 'session_signup', signupRows(sessions, people)),
    exhibitor_scan: await insertRows(client, 'exhibitor_scan', scanRows(exhibitors, people)),
  };
}
