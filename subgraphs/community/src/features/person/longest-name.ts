/** Of a person, in characters: it stands in subjects of mails, on badges and on certificates. */
export const longestName = 100;
