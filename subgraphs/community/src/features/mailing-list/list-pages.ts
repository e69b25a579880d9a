import type { DocumentRoute } from '@lokaal/shared/documents';
import { DomainError } from '@lokaal/shared/errors';
import { buttonPage } from '../mail-outbox/button-page.js';
import { Language } from '../person/language.js';
import type { SubscriptionService } from './subscription.service.js';

interface Words {
  readonly ask: string;
  readonly button: string;
  readonly done: string;
  readonly failed: string;
}

const confirming: Record<Language, Words> = {
  NL: {
    ask: 'Wilt u uw inschrijving bevestigen?',
    button: 'Bevestigen',
    done: 'Uw inschrijving is bevestigd.',
    failed: 'Deze link werkt niet meer. Schrijf u opnieuw in voor een nieuwe.',
  },
  FR: {
    ask: 'Voulez-vous confirmer votre inscription ?',
    button: 'Confirmer',
    done: 'Votre inscription est confirmée.',
    failed: 'Ce lien ne fonctionne plus. Inscrivez-vous à nouveau pour en recevoir un autre.',
  },
  EN: {
    ask: 'Do you want to confirm your subscription?',
    button: 'Confirm',
    done: 'Your subscription is confirmed.',
    failed: 'This link does not work any more. Subscribe again to get a new one.',
  },
  DE: {
    ask: 'Möchten Sie Ihre Anmeldung bestätigen?',
    button: 'Bestätigen',
    done: 'Ihre Anmeldung ist bestätigt.',
    failed: 'Dieser Link funktioniert nicht mehr. Melden Sie sich erneut an, um einen neuen zu erhalten.',
  },
};

const leaving: Record<Language, Omit<Words, 'failed'>> = {
  NL: { ask: 'Wilt u zich uitschrijven?', button: 'Uitschrijven', done: 'U bent uitgeschreven.' },
  FR: { ask: 'Voulez-vous vous désinscrire ?', button: 'Se désinscrire', done: 'Vous êtes désinscrit.' },
  EN: { ask: 'Do you want to unsubscribe?', button: 'Unsubscribe', done: 'You are unsubscribed.' },
  DE: { ask: 'Möchten Sie sich abmelden?', button: 'Abmelden', done: 'Sie sind abgemeldet.' },
};

/**
 * Pages that mails link to. A GET changes nothing, since programs that check mail follow links; a POST does, from the
 * page's button, or from that of a mail program (RFC 8058). Every token gets a page: who has none learns nothing.
 */
export function listPages(subscriptions: SubscriptionService): DocumentRoute[] {
  const languageOf = async (token: string): Promise<Language> => (await subscriptions.languageOf(token)) ?? Language.NL;
  const asking = (path: DocumentRoute['path'], words: Record<Language, Omit<Words, 'failed'>>): DocumentRoute => ({
    method: 'GET',
    path,
    answer: async (_request, { token = '' }) => {
      const language = await languageOf(token);
      return buttonPage(language, words[language].ask, [{ label: words[language].button }]);
    },
  });
  return [
    asking('/mailing-lists/confirm/:token', confirming),
    asking('/mailing-lists/unsubscribe/:token', leaving),
    {
      method: 'POST',
      path: '/mailing-lists/confirm/:token',
      answer: async (_request, { token = '' }) => {
        const language = await languageOf(token);
        const { done, failed } = confirming[language];
        return buttonPage(language, (await isConfirmed(subscriptions, token)) ? done : failed);
      },
    },
    {
      method: 'POST',
      path: '/mailing-lists/unsubscribe/:token',
      answer: async (_request, { token = '' }) => {
        const language = await languageOf(token);
        await subscriptions.unsubscribe(token);
        return buttonPage(language, leaving[language].done);
      },
    },
  ];
}

async function isConfirmed(subscriptions: SubscriptionService, token: string): Promise<boolean> {
  try {
    await subscriptions.confirm(token);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
