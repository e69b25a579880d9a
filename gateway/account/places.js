import { moment } from './words.js';

/** Who was there is on the page until it ends: the address of an online day is needed on the next one too. */
const current = '[CONFIRMED, WAITLISTED, OFFERED, ATTENDED]';
const state = 'id version state waitingPosition offerExpiresAt checkedInAt';

export const registrationFields = `fragment Registration on Registration {
  ${state} mode ticketCode
  event { title startsAt endsAt status mode onlineUrl venue { name locality } }
  signups(first: 20, filter: { state: { in: ${current} } }) { nodes { ${state} session { title startsAt endsAt status room { name } } } }
}`;

export const registrationsOfMe = `registrations(first: 100, filter: { state: { in: ${current} } },
  orderBy: [{ field: CREATED_AT, direction: DESC }]) { nodes { ...Registration } }`;

const states = {
  CONFIRMED: () => 'U hebt een plaats.',
  ATTENDED: () => 'U bent ingecheckt.',
  WAITLISTED: ({ waitingPosition }) =>
    `U staat op de wachtlijst${waitingPosition === null ? '' : `, op plaats ${waitingPosition}`}.`,
  OFFERED: ({ offerExpiresAt }) => `Er is een plaats voor u: aanvaard ze vóór ${moment(offerExpiresAt)}.`,
};

/** Mutations about a place at an event, and in a session. */
const ofEvents = { accept: 'acceptOffer', decline: 'declineOffer', cancel: 'cancelRegistration' };
const ofSessions = { accept: 'acceptSessionOffer', decline: 'declineSessionOffer', cancel: 'cancelSessionSignup' };

function actsOn({ id, version, state: standing, checkedInAt }, { title, startsAt }, mutations) {
  if (checkedInAt !== null || hasBegun(startsAt)) return [];
  const act = (verb, said) => ({ mutation: mutations[verb], input: { id, expectedVersion: version }, ...said });
  const accept = act('accept', { label: 'Aanvaard de plaats', done: `U hebt een plaats: ${title}.` });
  const decline = act('decline', {
    label: 'Weiger de plaats',
    sure: `Wilt u de plaats bij “${title}” weigeren? Ze gaat dan naar de volgende op de wachtlijst.`,
    done: `U hebt de plaats geweigerd: ${title}.`,
  });
  const cancel = act('cancel', {
    label: 'Annuleer',
    sure: `Wilt u uw inschrijving voor “${title}” annuleren?`,
    done: `Uw inschrijving is geannuleerd: ${title}.`,
  });
  return standing === 'OFFERED' ? [accept, decline] : [cancel];
}

/** At a hybrid event: to the other way to take part, at the end of the line if there is one. */
function actsOnMode({ id, version, state: standing, checkedInAt }, { title, startsAt, mode: held }, mode) {
  const mayMove = held === 'HYBRID' && ['CONFIRMED', 'WAITLISTED'].includes(standing);
  if (!mayMove || checkedInAt !== null || hasBegun(startsAt)) return [];
  const other = mode === 'ONLINE' ? 'ON_SITE' : 'ONLINE';
  return [
    {
      mutation: 'changeRegistrationMode',
      input: { id, expectedVersion: version, mode: other },
      label: other === 'ONLINE' ? 'Neem liever online deel' : 'Kom liever ter plaatse',
      sure: `Wilt u anders deelnemen aan “${title}”? Hebt u een plaats en is er daar geen vrij, dan behoudt u de uwe.`,
      done: `Hieronder staat hoe u deelneemt: ${title}.`,
    },
  ];
}

const hasBegun = (startsAt) => Date.parse(startsAt) <= Date.now();
const isNotOver = ({ endsAt, status }) => Date.parse(endsAt) > Date.now() && status !== 'CANCELLED';

const whereOf = ({ venue }, mode) =>
  mode === 'ON_SITE' ? [venue?.name, venue?.locality].filter(Boolean).join(', ') : 'Online';

const session = ({ session: held, ...signup }) => ({
  title: held.title,
  startsAt: held.startsAt,
  lines: [moment(held.startsAt), held.room?.name, states[signup.state](signup)],
  acts: actsOn(signup, held, ofSessions),
});

function registration({ event, signups, mode, ticketCode, ...one }) {
  const isOnline = mode === 'ONLINE' && event.onlineUrl;
  return {
    title: event.title,
    startsAt: event.startsAt,
    lines: [
      moment(event.startsAt),
      whereOf(event, mode),
      states[one.state](one),
      one.state === 'CONFIRMED' && mode === 'ON_SITE' && `Ticketcode: ${ticketCode}`,
    ],
    ...(isOnline && { link: { href: event.onlineUrl, text: 'Neem online deel' } }),
    acts: [...actsOn(one, event, ofEvents), ...actsOnMode(one, event, mode)],
    parts: inOrder(signups.nodes.filter(({ session: held }) => held && isNotOver(held)).map(session)),
  };
}

const inOrder = (items) => items.toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));

/** Places at events that are not over, and in their sessions. */
export const places = ({ me }) => ({
  title: 'Inschrijvingen',
  empty: 'U bent voor niets ingeschreven dat nog komt.',
  items: inOrder(me.registrations.nodes.filter(({ event }) => isNotOver(event)).map(registration)),
});
