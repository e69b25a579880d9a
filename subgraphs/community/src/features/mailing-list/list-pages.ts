import type { DocumentAnswer, DocumentRoute } from '@lokaal/shared/documents';
import { DomainError } from '@lokaal/shared/errors';
import { buttonPage, unknownLinkPage } from '../mail-outbox/button-page.js';
import type { Language } from '../person/language.js';
import type { LinkedList, SubscriptionService } from './subscription.service.js';

interface Words {
  readonly ask: (list: string) => string;
  readonly button: string;
  readonly done: (list: string) => string;
  /** Of a link that is none of ours, or is none any more. */
  readonly failed: string;
}

const confirming: Record<Language, Words> = {
  NL: {
    ask: (list) => `Wilt u uw inschrijving op “${list}” bevestigen?`,
    button: 'Bevestigen',
    done: (list) => `Uw inschrijving op “${list}” is bevestigd.`,
    failed: 'Deze link werkt niet meer. Schrijf u opnieuw in voor een nieuwe.',
  },
  FR: {
    ask: (list) => `Voulez-vous confirmer votre inscription à « ${list} » ?`,
    button: 'Confirmer',
    done: (list) => `Votre inscription à « ${list} » est confirmée.`,
    failed: 'Ce lien ne fonctionne plus. Inscrivez-vous à nouveau pour en recevoir un autre.',
  },
  EN: {
    ask: (list) => `Do you want to confirm your subscription to “${list}”?`,
    button: 'Confirm',
    done: (list) => `Your subscription to “${list}” is confirmed.`,
    failed: 'This link does not work any more. Subscribe again to get a new one.',
  },
  DE: {
    ask: (list) => `Möchten Sie Ihre Anmeldung zu „${list}“ bestätigen?`,
    button: 'Bestätigen',
    done: (list) => `Ihre Anmeldung zu „${list}“ ist bestätigt.`,
    failed: 'Dieser Link funktioniert nicht mehr. Melden Sie sich erneut an, um einen neuen zu erhalten.',
  },
};

const leaving: Record<Language, Words> = {
  NL: {
    ask: (list) => `Wilt u zich uitschrijven van “${list}”?`,
    button: 'Uitschrijven',
    done: (list) => `U bent uitgeschreven van “${list}”.`,
    failed:
      'Bij deze link hoort geen inschrijving (meer). Krijgt u toch nog mails van deze lijst? Open dan de link in de laatste, of kopieer hem in zijn geheel.',
  },
  FR: {
    ask: (list) => `Voulez-vous vous désinscrire de « ${list} » ?`,
    button: 'Se désinscrire',
    done: (list) => `Vous êtes désinscrit de « ${list} ».`,
    failed:
      'Aucune inscription (ou plus aucune) ne correspond à ce lien. Vous recevez encore des e-mails de cette liste ? Ouvrez le lien du dernier, ou copiez-le en entier.',
  },
  EN: {
    ask: (list) => `Do you want to unsubscribe from “${list}”?`,
    button: 'Unsubscribe',
    done: (list) => `You are unsubscribed from “${list}”.`,
    failed:
      'There is no subscription with this link, or none any more. Do you still get mails of this list? Then open the link in the latest one, or copy the whole of it.',
  },
  DE: {
    ask: (list) => `Möchten Sie sich von „${list}“ abmelden?`,
    button: 'Abmelden',
    done: (list) => `Sie sind von „${list}“ abgemeldet.`,
    failed:
      'Zu diesem Link gibt es keine Anmeldung (mehr). Erhalten Sie trotzdem noch E-Mails dieser Liste? Öffnen Sie den Link in der letzten, oder kopieren Sie ihn vollständig.',
  },
};

/**
 * Pages that mails link to. A GET changes nothing, since programs that check mail follow links; a POST does, from the
 * page's button, or from that of a mail program (RFC 8058). Who has no link of ours learns nothing.
 */
export const listPages = (subscriptions: SubscriptionService): DocumentRoute[] => [
  ...pagesAt(subscriptions, 'confirm', {
    words: confirming,
    perform: (token) => isConfirmed(subscriptions, token),
  }),
  ...pagesAt(subscriptions, 'unsubscribe', {
    words: leaving,
    perform: (token) => subscriptions.unsubscribe(token).then(() => true),
  }),
];

interface Asked {
  readonly words: Record<Language, Words>;
  /** Whether it was done: the link may be too old. */
  readonly perform: (token: string) => Promise<boolean>;
}

function pagesAt(subscriptions: SubscriptionService, verb: string, { words, perform }: Asked): DocumentRoute[] {
  const route = (
    method: DocumentRoute['method'],
    answer: (linked: LinkedList, token: string) => Promise<DocumentAnswer>,
  ): DocumentRoute => ({
    method,
    path: `/mailing-lists/${verb}/:token`,
    answer: async (_request, { token = '' }) => {
      const linked = await subscriptions.linkedBy(token);
      return linked ? answer(linked, token) : unknownLinkPage({ sentences: failuresOf(words) });
    },
  });
  return [
    route('GET', async ({ language, list }) =>
      buttonPage(language, words[language].ask(list), { buttons: [{ label: words[language].button }] }),
    ),
    route('POST', async ({ language, list }, token) => {
      const { done, failed } = words[language];
      return (await perform(token)) ? buttonPage(language, done(list)) : buttonPage(language, failed, { status: 410 });
    }),
  ];
}

const failuresOf = (words: Record<Language, Words>): Record<Language, string> => ({
  NL: words.NL.failed,
  FR: words.FR.failed,
  EN: words.EN.failed,
  DE: words.DE.failed,
});

async function isConfirmed(subscriptions: SubscriptionService, token: string): Promise<boolean> {
  try {
    await subscriptions.confirm(token);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
