import { day, roles as inWords } from './words.js';

export const invitationFields = `fragment Invitation on EmploymentInvitation {
  id version email functionTitle roles from organisation { legalName }
}`;

export const invitationsAsked = `employmentInvitations(state: [PENDING], first: 100) { nodes { ...Invitation } }`;

const rolesOf = (roles) => (roles.length === 0 ? 'geen' : roles.map((role) => inWords[role]).join(', '));

function invitation({ id, version, functionTitle, roles, from, organisation: { legalName } }) {
  const input = { id, expectedVersion: version };
  return {
    title: `${legalName} nodigt u uit als medewerker`,
    lines: [
      `Functie: ${functionTitle}. Rollen: ${rolesOf(roles)}. Vanaf: ${from === null ? 'vandaag, als u nu aanvaardt' : day(from)}.`,
      'De organisatie ziet wat u hier vanaf die dag doet, zoals uw inschrijvingen, antwoorden en attesten.',
    ],
    acts: [
      {
        label: 'Aanvaard',
        mutation: 'acceptEmploymentInvitation',
        input,
        done: `U hebt de uitnodiging van ${legalName} aanvaard.`,
      },
      {
        label: 'Weiger',
        mutation: 'declineEmploymentInvitation',
        input,
        sure: `Wilt u de uitnodiging van ${legalName} weigeren?`,
        done: `U hebt de uitnodiging van ${legalName} geweigerd.`,
      },
    ],
  };
}

const employment = ({ id, version, functionTitle, roles, organisation: { legalName } }) => ({
  title: legalName,
  lines: [`Functie: ${functionTitle}. Rollen: ${rolesOf(roles)}.`],
  acts: [
    {
      label: 'Ik werk hier niet (meer)',
      mutation: 'endEmployment',
      input: { id, expectedVersion: version },
      sure: `Werkt u niet (meer) voor ${legalName}? Uw rollen daar eindigen dan vandaag.`,
      done: `Hier staat u niet meer als medewerker van ${legalName}.`,
    },
  ],
});

/** Invitations to answer, then where the person works and with which rights. */
export const workplaces = ({ me, work, employmentInvitations: { nodes } }) => ({
  title: 'Waar u werkt',
  empty: 'Hier staat geen organisatie. Haar contactpersoon kan u uitnodigen.',
  items: [
    // who invites others sees those too
    ...nodes.filter(({ email }) => email.toLowerCase() === me.email.toLowerCase()).map(invitation),
    ...work.map(employment),
  ],
});
