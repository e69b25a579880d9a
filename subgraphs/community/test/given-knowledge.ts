import { type IdPrefix, newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import type { Row } from './given.js';

type Columns = Readonly<Record<string, unknown>>;

const item = {
  title: 'Een titel',
  summary: 'Een samenvatting die lang genoeg is.',
  access: 'PUBLIC',
  status: 'PUBLISHED',
  published_on: '2026-01-15',
};

/** Rows of the association's knowledge. */
export class GivenKnowledge {
  constructor(private readonly on: TestSubgraph) {}

  publication(columns: Columns = {}): Promise<Row> {
    return this.insert('publication', 'publication', { ...item, body: 'De tekst.', ...columns });
  }

  mediaItem(columns: Columns = {}): Promise<Row> {
    const row = { ...item, kind: 'WEBINAR', url: 'https://media.example/1' };
    return this.insert('media_item', 'mediaitem', { ...row, ...columns });
  }

  newsItem(columns: Columns = {}): Promise<Row> {
    return this.insert('news_item', 'newsitem', { ...item, body: 'Het bericht.', ...columns });
  }

  theme(slug: string): Promise<Row> {
    return this.insert('theme', 'theme', { slug, label: slug, description: `Alles over ${slug}.` });
  }

  mailingList(columns: Columns = {}): Promise<Row> {
    const id = newId('mailinglist');
    const row = { id, slug: id.replace('_', '-'), name: 'Cyberweerbaarheidswoensdag', description: 'Elke woensdag.' };
    return this.insert('mailing_list', 'mailinglist', { ...row, ...columns });
  }

  subscription(list: Row, columns: Columns = {}): Promise<Row> {
    const id = newId('subscription');
    const at = '2026-01-07T09:00:00Z';
    const row = { id, list_id: list.id, email: `${id}@gemeente.example`, language: 'NL', state: 'CONFIRMED' };
    const times = { requested_at: at, confirmed_at: at };
    return this.insert('mailing_list_subscription', 'subscription', { ...row, ...times, ...columns });
  }

  listIssue(list: Row, columns: Columns = {}): Promise<Row> {
    const row = { list_id: list.id, subject: 'Wachtwoorden', body: 'Kies lange zinnen.\n\nEn gebruik ze eenmaal.' };
    return this.insert('mailing_list_issue', 'listissue', { ...row, ...columns });
  }

  project(columns: Columns = {}): Promise<Row> {
    const id = newId('project');
    const row = {
      id,
      slug: id.replace('_', '-'),
      name: 'LB365',
      summary: 'Samen een architectuur.',
      status: 'RUNNING',
    };
    return this.insert('project', 'project', { ...row, started_on: '2024-01-01', ...columns });
  }

  participation(project: Row, organisation: Row, columns: Columns = {}): Promise<Row> {
    const row = { project_id: project.id, organisation_id: organisation.id, from_date: '2024-02-01' };
    return this.insert('project_participation', 'participation', { ...row, ...columns });
  }

  partnership(columns: Columns = {}): Promise<Row> {
    const row = { name: newId('partnership'), description: 'Samen met anderen.' };
    return this.insert('partnership', 'partnership', { ...row, ...columns });
  }

  thinkTank(columns: Columns = {}): Promise<Row> {
    const id = newId('thinktank');
    const row = { id, name: `Denktank ${id}`, description: 'Denkt vooruit.', founded_on: '2024-01-31' };
    return this.insert('think_tank', 'thinktank', { ...row, ...columns });
  }

  thinkTankMember(tank: Row, person: Row, columns: Columns = {}): Promise<Row> {
    const row = { think_tank_id: tank.id, person_id: person.id, from_date: '2024-01-31' };
    return this.insert('think_tank_member', 'thinktankmember', { ...row, ...columns });
  }

  offer(person: Row, company: Row, columns: Columns = {}): Promise<Row> {
    const row = {
      person_id: person.id,
      organisation_id: company.id,
      title: 'Netwerken',
      expertise: 'Alles over kabels.',
    };
    return this.insert('mentorship_offer', 'mentorshipoffer', { ...row, places: 1, ...columns });
  }

  request(person: Row, authority: Row, columns: Columns = {}): Promise<Row> {
    const row = {
      person_id: person.id,
      organisation_id: authority.id,
      title: 'Hulp bij wifi',
      question: 'Hoe begin ik?',
    };
    return this.insert('mentorship_request', 'mentorshiprequest', { ...row, ...columns });
  }

  mentorship(offer: Row, request: Row, columns: Columns = {}): Promise<Row> {
    const row = { offer_id: offer.id, request_id: request.id, state: 'PROPOSED' };
    return this.insert('mentorship', 'mentorship', { ...row, ...columns });
  }

  private async insert(table: string, prefix: IdPrefix, columns: Columns): Promise<Row> {
    const row = { id: newId(prefix), ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join();
    await this.on.sql(`insert into ${table} (${names.join()}) values (${places})`, Object.values(row));
    return row;
  }
}
