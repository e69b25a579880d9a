import type { DocumentRoute } from '@lokaal/shared/documents';
import { buttonPage, unknownLinkPage } from '../mail-outbox/button-page.js';
import { pageWords } from './invitation-page-words.js';
import type { LinkedAnswer, LinkedInvitations } from './linked-invitations.js';

/**
 * The page that the mail of an invitation links to. A GET changes nothing, since programs that check mail follow links; the
 * POST of a button does. Who has no link of ours learns nothing.
 */
export const invitationPages = (invitations: LinkedInvitations): DocumentRoute[] => [
  {
    method: 'GET',
    path: '/employment-invitations/:token',
    answer: async (_request, { token = '' }) => {
      const found = await invitations.find(token);
      if (!found) return unknownLinkPage({ account: '../account/' });
      const { ask, unknown, register, accept, decline, failed } = pageWords[found.language];
      if (!found.open) return buttonPage(found.language, failed, { status: 410 });
      if (found.personId === null)
        return buttonPage(found.language, unknown(found), { link: { label: register, href: '../account/register' } });
      const buttons = [
        { label: accept, action: `accept/${token}` },
        { label: decline, action: `decline/${token}` },
      ];
      return buttonPage(found.language, ask(found), { buttons });
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
    if (!found) return unknownLinkPage({ account: '../../account/' });
    const { done, failed } = pageWords[found.language];
    const isDone = await invitations.answer(answer, found);
    return isDone ? buttonPage(found.language, done[answer]) : buttonPage(found.language, failed, { status: 409 });
  },
});
