import type { DocumentRoute } from '@lokaal/shared/documents';
import { buttonPage } from '../mail-outbox/button-page.js';
import { Language } from '../person/language.js';
import type { LinkedAct, LinkedPlaces } from './linked-places.js';
import { pageWords } from './registration-page-words.js';

/**
 * Pages that mails about places at events and in sessions link to. A GET changes nothing, since programs that check mail follow links; the POST of a
 * button does. Every token gets a page: who has none of ours learns nothing.
 */
export const registrationPages = (places: LinkedPlaces): DocumentRoute[] => [
  {
    method: 'GET',
    path: '/registrations/offer/:token',
    answer: async (_request, { token = '' }) => {
      const found = await places.find(token);
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
      const found = await places.find(token);
      if (!found) return buttonPage(Language.NL, pageWords.NL.failed);
      const { askCancel, cancel } = pageWords[found.language];
      return buttonPage(found.language, askCancel(found.title), [{ label: cancel }]);
    },
  },
  acting(places, 'accept', 'acceptOffer'),
  acting(places, 'decline', 'declineOffer'),
  acting(places, 'cancel', 'cancel'),
];

const acting = (places: LinkedPlaces, verb: string, act: LinkedAct): DocumentRoute => ({
  method: 'POST',
  path: `/registrations/${verb}/:token`,
  answer: async (_request, { token = '' }) => {
    const found = await places.find(token);
    if (!found) return buttonPage(Language.NL, pageWords.NL.failed);
    const { done, failed } = pageWords[found.language];
    return buttonPage(found.language, (await places.act(act, found)) ? done[act] : failed);
  },
});
