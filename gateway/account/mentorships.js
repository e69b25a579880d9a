export const mentorshipFields = `fragment Mentorship on Mentorship {
  id version state expertAgreedAt authorityAgreedAt
  offer { expert { name email } organisation { legalName } }
  request { title question asker { name email } organisation { legalName } }
}`;

export const mentorshipsAsked = `mentorships(first: 100, filter: { state: { in: [PROPOSED, ACTIVE] } }) { nodes { ...Mentorship } }`;

/** The side of the person and the other one; undefined for staff, who see those of others too. */
function sidesOf({ offer, request, expertAgreedAt, authorityAgreedAt }, { email }) {
  const expert = { ...offer?.expert, of: offer?.organisation.legalName, agreedAt: expertAgreedAt };
  const asker = { ...request?.asker, of: request?.organisation.legalName, agreedAt: authorityAgreedAt };
  if (expert.email === email) return { own: expert, other: asker };
  return asker.email === email ? { own: asker, other: expert } : undefined;
}

const nameOf = ({ name, of }) => [name, of].filter(Boolean).join(', ');

function stateOf({ state }, { own, other }) {
  if (state === 'ACTIVE') return `Loopt. U bereikt elkaar zo: ${other.email ?? nameOf(other)}.`;
  return own.agreedAt === null ? 'Gaat u akkoord?' : 'U ging akkoord. De andere partij antwoordt nog.';
}

function actsOn({ id, version, state, request }, { own }) {
  const input = { id, expectedVersion: version };
  const title = request.title;
  if (state !== 'PROPOSED') return [];
  const decline = {
    label: 'Wijs af',
    mutation: 'answerMentorship',
    input: { ...input, agree: false },
    sure: `Wilt u het mentorschap “${title}” afwijzen? De andere partij krijgt bericht.`,
    done: `Het mentorschap gaat niet door: ${title}.`,
  };
  const accept = {
    label: 'Ga akkoord',
    mutation: 'answerMentorship',
    input: { ...input, agree: true },
    done: `U gaat akkoord: ${title}.`,
  };
  return own.agreedAt === null ? [accept, decline] : [decline];
}

/** Of the person, as expert or for an authority: what is proposed and what runs. */
export const mentorships = ({ me, mentorships: all }) => ({
  title: 'Mentorschappen',
  empty: 'Er loopt geen mentorschap, en er is geen voorgesteld.',
  items: all.nodes
    .map((one) => ({ one, sides: sidesOf(one, me) }))
    .filter(({ sides }) => sides !== undefined)
    .map(({ one, sides }) => ({
      title: one.request.title,
      lines: [one.request.question, `Met: ${nameOf(sides.other)}`, stateOf(one, sides)],
      acts: actsOn(one, sides),
    })),
});
