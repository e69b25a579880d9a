// What stands in the graph, in plain Dutch.

const inBrussels = { timeZone: 'Europe/Brussels' };
const days = new Intl.DateTimeFormat('nl-BE', { ...inBrussels, dateStyle: 'long' });
const moments = new Intl.DateTimeFormat('nl-BE', { ...inBrussels, dateStyle: 'full', timeStyle: 'short' });
const euros = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR' });
const oneDay = 86_400_000;

/** Today in Brussels, as YYYY-MM-DD. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { ...inBrussels, dateStyle: 'short' }).format(new Date());

export const day = (date) => days.format(new Date(`${date}T12:00:00Z`));

/** The graph has the first day on which something no longer holds; people say the last one on which it does. */
export const dayBefore = (date) => days.format(new Date(Date.parse(`${date}T12:00:00Z`) - oneDay));

export const moment = (at) => moments.format(new Date(at));
export const price = (cents) => euros.format(cents / 100);

export const membershipTypes = {
  EFFECTIVE: 'Effectief lid',
  ACCEDED: 'Toegetreden lid',
  COMPANY: 'ICT-bedrijfslid',
};

export const roles = {
  CISO: 'CISO',
  DPO: 'DPO',
  ICT_MANAGER: 'ICT-verantwoordelijke',
  MEMBER_CONTACT: 'contactpersoon',
  PORTFOLIO_EDITOR: 'portfoliobeheerder',
  READER: 'lezer',
  VENDOR_EDITOR: 'leveranciersredacteur',
};
