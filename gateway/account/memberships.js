import { dayBefore, membershipTypes, price, today } from './words.js';

export const membershipFields = `fragment Membership on Membership {
  id version type status holderName to graceUntil feeCents renewableFrom employer { id }
}`;

/** What a membership of this status says, where it is shown at all. */
const states = {
  APPLIED: () => 'Aangevraagd: de vereniging beslist.',
  ACTIVE: ({ to }) => `Loopt tot en met ${dayBefore(to)}.`,
  GRACE: ({ to, graceUntil }) =>
    `Afgelopen op ${dayBefore(to)}. Vernieuw het ten laatste op ${dayBefore(graceUntil)}, dan loopt het door.`,
  EXPIRED: ({ graceUntil }) => `Vervallen sinds ${dayBefore(graceUntil)}. U kunt het opnieuw laten ingaan.`,
};

const isSame = (one, other) => one.type === other.type && one.holderName === other.holderName;

/** An expired one is history once there is another one. */
const isShown = (one, all) =>
  one.status in states &&
  (one.status !== 'EXPIRED' ||
    !all.some((other) => isSame(one, other) && other.status in states && other.id !== one.id));

const isRenewable = ({ status, renewableFrom }) =>
  status !== 'APPLIED' && renewableFrom !== null && renewableFrom <= today();

/** Who left the employer of before and has several now says which one it is. */
function employerChoice({ type, employer }, employers) {
  if (type !== 'EFFECTIVE' || employers.length < 2 || employers.some(({ id }) => id === employer?.id)) return undefined;
  const options = employers.map(({ id, legalName }) => ({ value: id, text: legalName }));
  return { name: 'employerId', label: 'Werkgever die betaalt', options };
}

const renewal = (one, employers) => ({
  label: 'Vernieuw',
  mutation: 'renewMembership',
  input: { id: one.id, expectedVersion: one.version },
  choice: employerChoice(one, employers),
  sure: `Wilt u het lidmaatschap van ${one.holderName} met een jaar verlengen? De bijdrage was ${price(one.feeCents)}; u krijgt een mail met die van het nieuwe jaar.`,
  done: `Het lidmaatschap van ${one.holderName} is vernieuwd. U krijgt er een mail over.`,
});

/** Of the person, and of organisations for which the person is a contact. */
export function memberships({ me, work }) {
  const ofOrganisations = work
    .filter(({ roles }) => roles.includes('MEMBER_CONTACT'))
    .flatMap(({ organisation }) => organisation.memberships.nodes);
  const all = [...me.memberships.nodes, ...ofOrganisations];
  const employers = work.map(({ organisation }) => organisation);
  return {
    title: 'Lidmaatschappen',
    empty: 'U hebt geen lidmaatschap, en u bent geen contactpersoon van een lid.',
    items: all
      .filter((one) => isShown(one, all))
      .map((one) => ({
        title: `${membershipTypes[one.type]}: ${one.holderName}`,
        lines: [states[one.status](one), one.feeCents > 0 && `Bijdrage: ${price(one.feeCents)}.`],
        acts: isRenewable(one) ? [renewal(one, employers)] : [],
      })),
  };
}
