import type { DocumentRoute } from '@lokaal/shared/documents';
import { buttonPage } from '../mail-outbox/button-page.js';
import { Language } from '../person/language.js';
import { pageWords } from './invitation-page-words.js';
import type { LinkedAnswer, LinkedInvitations } from './linked-invitations.js';

/**
 * The page that the mail of an invitation links to. A GET changes nothing, since programs that check mail follow links; the
 * POST of a button does. Every token gets a page: who has none of ours learns nothing.
 */
export const invitationPages = (invitations: LinkedInvitations): DocumentRoute[] => [
  {
    method: 'GET',
    path: '/employment-invitations/:token',
    answer: async (_request, { token = '' }) => {
      const found = await invitations.find(token);
      if (!found) return buttonPage(Language.NL, pageWords.NL.failed);
      const { ask, unknown, accept, decline, failed } = pageWords[found.language];
      if (!found.open) return buttonPage(found.language, failed);
      if (found.personId === null) return buttonPage(found.language, unknown(found));
      return buttonPage(found.language, ask(found), [
        { label: accept, action: `accept/${token}` },
        { label: decline, action: `decline/${token}` },
      ]);
    },
  },
  answering(invitations, 'accept'),
  answering(invitations, 'decline'),
];

const answering = (invitations: LinkedInvitations, answer: LinkedAnswer): DocumentRoute => ({
  method: 'POST',
  path: `/employment-invitations/${answer}/:token`,
  answer: async (_request, { token = '' }) => {
    const found = await invitations.find(token);
    const { done, failed } = pageWords[found?.language ?? Language.NL];
    const isDone = found !== undefined && (await invitations.answer(answer, found));
    return buttonPage(found?.language ?? Language.NL, isDone ? done[answer] : failed);
  },
});
