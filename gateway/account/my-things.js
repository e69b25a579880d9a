// What is one's own, as the graph has it now: sections with items, each with what can be done about it.

import { membershipFields, memberships } from './memberships.js';
import { mentorshipFields, mentorships, mentorshipsAsked } from './mentorships.js';
import { places, registrationFields, registrationsOfMe } from './places.js';
import { askAsViewer } from './session.js';
import { invitationFields, invitationsAsked, workplaces } from './work.js';

export const question = `query MyAccount {
  me {
    name email
    memberships(first: 20) { nodes { ...Membership } }
    employments(first: 50) { nodes { id version active functionTitle roles organisation { id legalName memberships(first: 10) { nodes { ...Membership } } } } }
    ${registrationsOfMe}
  }
  ${mentorshipsAsked}
  ${invitationsAsked}
}
${[membershipFields, registrationFields, mentorshipFields, invitationFields].join('\n')}`;

const sections = [workplaces, places, memberships, mentorships];

/** Answers with the name of who is signed in and the sections, or with the code of what went wrong. */
export async function myThings() {
  const { code, data } = await askAsViewer(question);
  if (code !== undefined) return { code };
  const own = { ...data, work: data.me.employments.nodes.filter(({ active }) => active) };
  return { name: data.me.name, sections: sections.map((section) => section(own)) };
}
