import type { Viewer } from '@lokaal/shared/auth';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { Given, type Row } from '../given.js';
import { GivenEvents } from '../given-event.js';
import { GivenKnowledge } from '../given-knowledge.js';
import { active, GivenMembership, term } from '../given-membership.js';
import { GivenTrainings } from '../given-training.js';
import { NamedRows } from './named-rows.js';
import { type People, peopleWhoLook, type ViewerName } from './viewers.js';

type Columns = Readonly<Record<string, unknown>>;

/** Rows by the name that the matrix gives them, and who looks. */
export interface World {
  readonly viewers: Readonly<Record<ViewerName, Viewer>>;
  readonly rows: Readonly<Record<string, Row>>;
}

/** One of everything: what is the owner's, what is of somebody who agreed to be in the directory, and of somebody who did not. */
export async function buildWorld(on: TestSubgraph): Promise<World> {
  const world = new Building(on);
  const people = await world.organisations();
  await world.knowledge(people);
  await world.memberships(people);
  await world.events(people);
  await world.registrations(people);
  return { viewers: people.viewers, rows: world.rows };
}

class Building extends NamedRows {
  private readonly given: Given;
  private readonly programme: GivenEvents;

  constructor(on: TestSubgraph) {
    super(on);
    this.given = new Given(on);
    this.programme = new GivenEvents(on);
  }

  async organisations(): Promise<People> {
    const { given } = this;
    const [town, elsewhere] = [await given.authority(), await given.authority()];
    const company = await given.organisation();
    const people = await peopleWhoLook(given, { town, elsewhere, company });
    const open = await this.add('Person who agreed', given.person({ name: 'Oona Open', consent_directory: true }));
    const shy = await this.add('Person who did not', given.person({ name: 'Sjef Schuw' }));
    await this.add('Person colleague', people.owner);
    const third = await given.authority();
    await this.add('Organisation', third);
    await this.add('Employment of who agreed', given.employment(open, third));
    await this.add('Employment of who did not', given.employment(shy, third));
    const [own] = await this.on.sql<Row>('select id from employment where person_id = $1', [people.owner.id]);
    await this.add('Employment colleague', own!);
    await this.add('Municipality', given.municipality());
    const circle = await this.add('KnowledgeCircle', given.circle({ internal_notes: 'Nog te bellen.' }));
    await given.coordinator(circle, people.coordinator);
    await this.add('CircleMembership', given.membership(circle, third));
    const asked = { circle_id: circle.id, organisation_id: town.id, requested_at: '2026-10-01T09:00:00Z' };
    await this.insert('CircleAccession', 'circle_accession', asked);
    const trajectory = { circle_id: circle.id, building_block: 'Adressen', disseminated_on: '2026-01-15' };
    await this.insert('CircleTrajectory', 'circle_trajectory', trajectory);
    const feed = { person_id: people.owner.id, kind: 'MY_AGENDA', token_hash: 'a'.repeat(43) };
    await this.insert('CalendarFeed', 'calendar_feed', feed);
    const decided = { purpose: 'DIRECTORY', decision: 'WITHDRAWN', decided_at: '2026-01-15T09:00:00Z' };
    const withdrawn = { person_id: people.owner.id, ...decided, actor: 'SELF', channel: 'ONLINE' };
    await this.insert('Consent', 'consent', withdrawn);
    await this.add(
      'ConsentWording',
      (await this.on.sql<Row>('select id from consent_wording order by id limit 1'))[0]!,
    );
    await given.cohorts();
    await this.add('Cohort', (await this.on.sql<Row>('select id from cohort order by id limit 1'))[0]!);
    Object.assign(this.rows, { town, elsewhere, company });
    return people;
  }

  async knowledge({ owner }: People): Promise<void> {
    const known = new GivenKnowledge(this.on);
    await this.add('Theme', known.theme('nis2'));
    const drafted = { status: 'DRAFT', access: 'MEMBERS' };
    const later = { published_on: '2027-01-15' };
    const publication = await this.add('Publication', known.publication());
    const draft = await this.add('Publication draft', known.publication(drafted));
    await this.add('Publication of a later day', known.publication(later));
    await this.add(
      'Publication for members',
      known.publication({ access: 'MEMBERS', body: 'Ledenwoord.', url: 'https://bestanden.example/leden' }),
    );
    await this.add('MediaItem', known.mediaItem());
    await this.add('MediaItem draft', known.mediaItem(drafted));
    await this.add('MediaItem for members', known.mediaItem({ access: 'MEMBERS' }));
    await this.add('NewsItem', known.newsItem());
    await this.add('NewsItem draft', known.newsItem(drafted));
    await this.add('NewsItem for members', known.newsItem({ access: 'MEMBERS', body: 'Ledenwoord.' }));
    const author = { position: 1, name: 'Sjef Schuw', person_id: this.row('Person who did not').id };
    await this.insert('Author', 'author', { ...author, publication_id: publication.id });
    await this.insert('Author of a draft', 'author', { ...author, publication_id: draft.id });
    const list = await this.add('MailingList', known.mailingList());
    await this.add('MailingListSubscription', known.subscription(list, { person_id: owner.id }));
    await this.add('MailingListIssue being written', known.listIssue(list));
    await this.add(
      'MailingListIssue sent',
      known.listIssue(list, { sent_at: '2026-10-07T09:00:00Z', recipient_count: 1 }),
    );
  }

  async memberships({ owner }: People): Promise<void> {
    const given = new GivenMembership(this.on);
    const [town, elsewhere, company] = ['town', 'elsewhere', 'company'].map((name) => this.row(name)) as never[];
    const employed = { ...active, employer_id: this.row('town').id };
    const own = await this.add('Membership effective', given.effectiveApproved(owner, employed));
    await this.add('Membership acceded', given.accededApproved(town!));
    await given.accededApproved(elsewhere!);
    await this.add('Membership company', given.companyApproved(company!));
    const refused = {
      decision: 'REJECTED',
      decided_at: '2024-02-01T09:00:00Z',
      rejection_reason: 'Werkt er niet meer.',
    };
    const former = { employer_id: this.row('town').id, ...refused };
    await this.add('Membership rejected', given.effective(owner, former));
    const year = term('2020-01-01', '2021-01-01', '2021-04-01');
    const gone = { ...year, cancelled_on: '2020-06-01', cancellation_reason: 'Verhuisd.' };
    await this.add(
      'Membership given up',
      given.effectiveApproved(owner, { ...gone, employer_id: this.row('town').id }),
    );
    const [file] = await this.on.sql<Row>('select id from stored_file where attached_to_id = $1', [
      this.row('Membership acceded').id,
    ]);
    await this.add('StoredFile accession document', file!);
    await given.fees('EFFECTIVE', 2026, [25_000, 2_500]);
    const [fee] = await this.on.sql<Row>('select id from membership_fee limit 1');
    await this.add('MembershipFee', fee!);
    const years = { from_date: '2024-01-15', to_date: '2025-01-15', fee_cents: 25_000, fee_rate: 'FIRST_MEMBER' };
    await this.insert('MembershipTerm', 'membership_term', { membership_id: own.id, ...years });
  }

  async events({ owner }: People): Promise<void> {
    const { programme } = this;
    const online = { mode: 'HYBRID', online_url: 'https://meet.example/zaal' };
    const event = await this.add('Event', programme.event({ capacity_on_site: 2, ...online }));
    const draft = await this.add('Event draft', programme.draft());
    const circle = this.row('KnowledgeCircle');
    await this.add('Event meeting', programme.meeting(circle, online));
    await this.add('Event draft of the circle', programme.meeting(circle, { status: 'DRAFT' }));
    await this.programmeOf(event, '');
    await this.programmeOf(draft, ' of a draft');
    const vendor = { vendor_organisation_id: this.row('company').id };
    const closed = await this.add('Session private', programme.privateSession(event, vendor));
    await this.add('SessionSpeaker private', programme.speaker(closed));
    await this.add('SessionMaterial private', programme.material(closed));
    await this.add('SessionInvitation', programme.invitation(closed, owner));
    const access = 'PARTICIPANTS';
    await this.add('SessionMaterial for participants', programme.material(this.row('Session'), { access }));
    const [series] = await this.on.sql<Row>('select id from event_series order by position limit 1');
    await this.add('EventSeries', series!);
    const trainings = new GivenTrainings(this.on);
    const training = await this.add('Training', trainings.training());
    await this.add('TrainingSession', trainings.heldAs(training, event));
    await this.add('TrainingSession of a draft', trainings.heldAs(training, draft));
  }

  async registrations({ owner }: People): Promise<void> {
    const at = { event_id: this.row('Event').id, mode: 'ON_SITE', audience: 'NON_MEMBER', price_cents: 100 };
    const offered = { offered_at: '2026-10-02T09:00:00Z', offer_expires_at: '2026-10-04T09:00:00Z' };
    const came = { ...at, ...offered, state: 'CONFIRMED', checked_in_at: '2026-10-05T09:00:00Z' };
    const open = this.row('Person who agreed');
    const register = (name: string, person: Row, columns: Columns) =>
      this.insert(`Registration ${name}`, 'registration', { person_id: person.id, ...columns });
    const theirs = await register('of who agreed', open, {
      ...came,
      registered_by_id: open.id,
      arrival: 1,
      ticket_code: ticket('A'),
    });
    const own = await register('colleague', owner, {
      ...came,
      state: 'ATTENDED',
      arrival: 2,
      ticket_code: ticket('B'),
    });
    const waits = { ...at, state: 'WAITLISTED', arrival: 3, ticket_code: ticket('C') };
    await register('waiting', this.row('Person who did not'), waits);
    const meeting = { ...at, event_id: this.row('Event meeting').id, arrival: 1 };
    const gone = { ...meeting, state: 'CANCELLED', cancelled_at: '2026-10-03T09:00:00Z', ticket_code: ticket('D') };
    await register('given up', open, gone);
    const session = { session_id: this.row('Session').id, state: 'CONFIRMED', ...offered };
    const entered = { ...session, checked_in_at: '2026-10-05T09:00:00Z' };
    await this.insert('SessionSignup of who agreed', 'session_signup', {
      ...entered,
      registration_id: theirs.id,
      arrival: 1,
    });
    await this.insert('SessionSignup colleague', 'session_signup', { ...entered, registration_id: own.id, arrival: 2 });
    const left = { ...session, state: 'CANCELLED', cancelled_at: '2026-10-03T09:00:00Z', arrival: 3 };
    await this.insert('SessionSignup given up', 'session_signup', { ...left, registration_id: theirs.id });
    const about = { registration_id: own.id, event_id: at.event_id, person_id: owner.id, code: certificateCode };
    const days = { starts_on: '2026-03-09', ends_on: '2026-03-09', issued_at: '2026-04-01T09:00:00Z' };
    const certificate = { ...about, ...days, language: 'NL', title: 'Evenement', hours: 6 };
    await this.insert('Certificate', 'certificate', certificate);
    const stand = { exhibitor_id: this.row('Exhibitor').id, scanned_at: '2026-10-05T09:00:00Z' };
    await this.insert('ExhibitorScan', 'exhibitor_scan', { ...stand, registration_id: own.id });
  }

  private async programmeOf(event: Row, suffix: string): Promise<void> {
    const { programme } = this;
    await this.add(`EventQuestion${suffix}`, programme.question(event));
    await this.add(`Room${suffix}`, programme.room(event));
    await this.add(`Exhibitor${suffix}`, programme.exhibitor(event, this.row('company')));
    const track = await this.add(`Track${suffix}`, programme.track(event));
    const session = await this.add(`Session${suffix}`, programme.session(event, { track_id: track.id, capacity: 20 }));
    await this.add(
      `SessionSpeaker${suffix}`,
      programme.speaker(session, { person_id: this.row('Person who did not').id }),
    );
    await this.add(`SessionMaterial${suffix}`, programme.material(session));
  }
}

export const certificateCode = '0000-0000-0000-0000-0000-0000-0000';

const ticket = (letter: string): string => letter.repeat(24);
