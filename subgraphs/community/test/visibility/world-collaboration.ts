import type { Row } from '../given.js';
import { GivenKnowledge } from '../given-knowledge.js';
import type { NamedRows } from './named-rows.js';
import type { People } from './viewers.js';

export async function addCollaboration(world: NamedRows, people: People): Promise<void> {
  const known = new GivenKnowledge(world.on);
  const project = await world.add('Project', known.project());
  await world.add('ProjectParticipation', known.participation(project, world.row('third')));
  const partner = { project_id: project.id, name: 'Digitaal Vlaanderen', role: 'Geeft advies' };
  await world.insert('ProjectPartner', 'project_partner', partner);
  await world.insert('Partnership', 'partnership', { name: 'LOLA', description: 'Open normen.' });
  await addThinkTank(world, people);
  await addMentorships(world, people);
}

async function addThinkTank(world: NamedRows, { owner }: People): Promise<void> {
  const known = new GivenKnowledge(world.on);
  const tank = await world.add('ThinkTank', known.thinkTank());
  const [open, shy] = [world.row('Person who agreed'), world.row('Person who did not')];
  await world.add('ThinkTankMember who agreed', known.thinkTankMember(tank, open));
  await world.add('ThinkTankMember who did not', known.thinkTankMember(tank, shy));
  await world.add('ThinkTankMember colleague', known.thinkTankMember(tank, owner));
  const focus = { think_tank_id: tank.id, title: 'Digitale post', summary: 'Minder papier.', status: 'PROPOSED' };
  await world.insert('FocusProject', 'focus_project', { ...focus, proposed_by_id: shy.id });
}

/** The vendor offers, the owner asks: one match that both agreed to, one that waits, one that was declined. */
async function addMentorships(world: NamedRows, { owner, viewers }: People): Promise<void> {
  const known = new GivenKnowledge(world.on);
  const [town, company] = [world.row('town'), world.row('company')];
  const expert = { id: viewers.vendor.personId! };
  const match = async (name: string, columns: object): Promise<void> => {
    const offer = await world.add(`MentorshipOffer${name}`, known.offer(expert, company));
    const request = await world.add(`MentorshipRequest${name}`, known.request(owner, town));
    await world.add(`Mentorship${name}`, known.mentorship(offer, request, { ...columns }));
  };
  const agreed = { expert_agreed_at: '2026-09-01T09:00:00Z', authority_agreed_at: '2026-09-02T09:00:00Z' };
  await match('', { state: 'ACTIVE', started_on: '2026-09-02', ...agreed });
  await match(' proposed', {});
  await match(' declined', { state: 'DECLINED', ended_on: '2026-09-03' });
  const [guide, shy]: Row[] = [world.row('Person of the company'), world.row('Person who did not')];
  await world.add('MentorshipOffer of somebody else', known.offer(guide!, company));
  await world.add('MentorshipRequest of somebody else', known.request(shy!, world.row('third')));
}
