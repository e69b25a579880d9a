import type { DocumentRoute } from '@lokaal/shared/documents';
import { buttonPage } from '../mail-outbox/button-page.js';
import { Language } from '../person/language.js';
import type { LinkedAct, LinkedRegistrations } from './linked-registrations.js';
import { pageWords } from './registration-page-words.js';

/**
 * Pages that mails about registrations link to. A GET changes nothing, since programs that check mail follow links; the POST of a
 * button does. Every token gets a page: who has none of ours learns nothing.
 */
export const registrationPages = (registrations: LinkedRegistrations): DocumentRoute[] => [
  {
    method: 'GET',
    path: '/registrations/offer/:token',
    answer: async (_request, { token = '' }) => {
      const found = await registrations.find(token);
      if (!found) return buttonPage(Language.NL, pageWords.NL.failed);
      const { askOffer, accept, decline } = pageWords[found.language];
      return buttonPage(found.language, askOffer(found.title), [
        { label: accept, action: `../accept/${token}` },
        { label: decline, action: `../decline/${token}` },
      ]);
    },
  },
  {
    method: 'GET',
    path: '/registrations/cancel/:token',
    answer: async (_request, { token = '' }) => {
      const found = await registrations.find(token);
      if (!found) return buttonPage(Language.NL, pageWords.NL.failed);
      const { askCancel, cancel } = pageWords[found.language];
      return buttonPage(found.language, askCancel(found.title), [{ label: cancel }]);
    },
  },
  acting(registrations, 'accept', 'acceptOffer'),
  acting(registrations, 'decline', 'declineOffer'),
  acting(registrations, 'cancel', 'cancel'),
];

const acting = (registrations: LinkedRegistrations, verb: string, act: LinkedAct): DocumentRoute => ({
  method: 'POST',
  path: `/registrations/${verb}/:token`,
  answer: async (_request, { token = '' }) => {
    const language = (await registrations.find(token))?.language ?? Language.NL;
    const { done, failed } = pageWords[language];
    return buttonPage(language, (await registrations.act(act, token)) ? done[act] : failed);
  },
});
