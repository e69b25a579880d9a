import { GivenKnowledge } from '../given-knowledge.js';
import type { NamedRows } from './named-rows.js';
import type { People } from './viewers.js';

export async function addKnowledge(world: NamedRows, { owner }: People): Promise<void> {
  const known = new GivenKnowledge(world.on);
  await world.add('Theme', known.theme('nis2'));
  const drafted = { status: 'DRAFT', access: 'MEMBERS' };
  const later = { published_on: '2027-01-15' };
  const publication = await world.add('Publication', known.publication());
  const draft = await world.add('Publication draft', known.publication(drafted));
  await world.add('Publication of a later day', known.publication(later));
  await world.add(
    'Publication for members',
    known.publication({ access: 'MEMBERS', body: 'Ledenwoord.', url: 'https://bestanden.example/leden' }),
  );
  await world.add('MediaItem', known.mediaItem());
  await world.add('MediaItem draft', known.mediaItem(drafted));
  await world.add('MediaItem for members', known.mediaItem({ access: 'MEMBERS' }));
  await world.add('NewsItem', known.newsItem());
  await world.add('NewsItem draft', known.newsItem(drafted));
  await world.add('NewsItem for members', known.newsItem({ access: 'MEMBERS', body: 'Ledenwoord.' }));
  const author = { position: 1, name: 'Sjef Schuw', person_id: world.row('Person who did not').id };
  await world.insert('Author', 'author', { ...author, publication_id: publication.id });
  await world.insert('Author of a draft', 'author', { ...author, publication_id: draft.id });
  const list = await world.add('MailingList', known.mailingList());
  await world.add('MailingListSubscription', known.subscription(list, { email: owner.email, person_id: owner.id }));
  await world.add('MailingListIssue being written', known.listIssue(list));
  await world.add(
    'MailingListIssue sent',
    known.listIssue(list, { sent_at: '2026-10-07T09:00:00Z', recipient_count: 1 }),
  );
}
