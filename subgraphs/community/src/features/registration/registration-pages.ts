import type { DocumentRoute } from '@lokaal/shared/documents';
import { buttonPage, type PageButton, unknownLinkPage } from '../mail-outbox/button-page.js';
import type { Language } from '../person/language.js';
import type { LinkedAct, LinkedPlace, LinkedPlaces } from './linked-places.js';
import type { LinkedPage } from './registration-links.js';
import { pageWords } from './registration-page-words.js';

/**
 * Pages that mails about places at events and in sessions link to. A GET changes nothing, since programs that check mail
 * follow links; the POST of a button does. Who has no link of ours learns nothing.
 */
export const registrationPages = (places: LinkedPlaces): DocumentRoute[] => [
  asking(places, 'offer'),
  asking(places, 'cancel'),
  acting(places, 'accept', 'acceptOffer'),
  acting(places, 'decline', 'declineOffer'),
  acting(places, 'cancel', 'cancel'),
];

const asking = (places: LinkedPlaces, page: LinkedPage): DocumentRoute => ({
  method: 'GET',
  path: `/registrations/${page}/:token`,
  answer: (_request, { token = '' }) =>
    whilePossible(places, { page, token }, ({ language, title }) => {
      const { askOffer, askCancel } = pageWords[language];
      const sentence = page === 'offer' ? askOffer(title) : askCancel(title);
      return buttonPage(language, sentence, { buttons: buttonsOf(page, language, token) });
    }),
});

function buttonsOf(page: LinkedPage, language: Language, token: string): PageButton[] {
  const { accept, decline, cancel } = pageWords[language];
  if (page === 'cancel') return [{ label: cancel }];
  return [
    { label: accept, action: `../accept/${token}` },
    { label: decline, action: `../decline/${token}` },
  ];
}

const acting = (places: LinkedPlaces, verb: string, act: LinkedAct): DocumentRoute => ({
  method: 'POST',
  path: `/registrations/${verb}/:token`,
  answer: (_request, { token = '' }) =>
    whilePossible(places, { page: act === 'cancel' ? 'cancel' : 'offer', token }, async (place) => {
      const { done, failed } = pageWords[place.language];
      const isDone = await places.act(act, place);
      return isDone ? buttonPage(place.language, done[act]) : buttonPage(place.language, failed, { status: 409 });
    }),
});

interface Followed {
  readonly page: LinkedPage;
  readonly token: string;
}

type Answer = ReturnType<typeof buttonPage>;

/** Or says why there is nothing to do any more. */
async function whilePossible(
  places: LinkedPlaces,
  { page, token }: Followed,
  answer: (place: LinkedPlace) => Answer | Promise<Answer>,
): Promise<Answer> {
  const place = await places.find(token);
  if (!place) return unknownLinkPage({ account: '../../account/' });
  const obstacle = places.obstacleTo(page, place);
  return obstacle ? buttonPage(place.language, pageWords[place.language].over[obstacle](place.title)) : answer(place);
}
