// The pages that ask one thing of the graph, by one mutation, and say in plain Dutch what came of it. What the link of a mail
// holds stands behind its #, and goes from here to the graph only.

import { change, failures } from './graph.js';

const pages = {
  register: {
    mutation: 'registerPerson',
    needsToken: false,
    success:
      'U krijgt een mail. Volg de link daarin en geef het wachtwoord dat u net koos: dat bevestigt uw e-mailadres. De link werkt drie dagen. Geen mail? Kijk bij de ongewenste mails.',
    badInput: 'Kijk uw naam en e-mailadres na: er staat iets in dat niet kan.',
  },
  'confirm-email': {
    mutation: 'confirmEmail',
    needsToken: true,
    success: 'Uw e-mailadres is bevestigd. U kunt zich nu aanmelden.',
    invalidCredentials:
      'Dit is niet het wachtwoord dat bij deze mail hoort. Kreeg u er meer dan een, neem dan de mail van uw eigen registratie.',
    invalidToken: 'Deze link is te oud of geldt niet meer. Registreer u opnieuw om een nieuwe te krijgen.',
  },
  'confirm-email-change': {
    mutation: 'confirmEmailChange',
    needsToken: true,
    success:
      'Uw nieuwe e-mailadres is bevestigd. U bent overal afgemeld en uw agenda-abonnementen zijn beëindigd: meld u aan met het nieuwe adres.',
    invalidToken: 'Deze link is al gebruikt of te oud. Meld u aan en vraag het opnieuw.',
    invalidCredentials: 'Dit is niet het wachtwoord van het account dat dit vroeg.',
    alreadyExists: 'Dit e-mailadres hoort intussen bij een ander account. Er is niets veranderd.',
  },
  'reset-password': {
    mutation: 'resetPassword',
    needsToken: true,
    success:
      'Uw nieuwe wachtwoord is bewaard. U bent overal afgemeld en uw agenda-abonnementen zijn beëindigd: meld u aan met het nieuwe wachtwoord.',
    invalidToken: 'Deze link is al gebruikt of te oud.',
  },
  'request-password-reset': {
    mutation: 'requestPasswordReset',
    needsToken: false,
    success: 'Hoort er bij dit adres een account, dan krijgt u een mail met een link. Die werkt een uur.',
    badInput: 'Dit is geen e-mailadres. Kijk het na en probeer opnieuw.',
  },
};

const incomplete = 'Deze link is niet volledig. Open hem opnieuw vanuit de mail, of kopieer hem in zijn geheel.';
const badPassword =
  'Dit wachtwoord kan niet: het is te kort, te bekend, of lijkt te veel op uw naam of e-mailadres. Kies een ander.';

const page = pages[document.body.dataset.page];
const form = document.querySelector('form');
const button = form.querySelector('button');
const outcome = document.querySelector('#outcome');
const token = new URLSearchParams(location.hash.slice(1)).get('token');

function say(text, className) {
  outcome.textContent = text;
  outcome.className = className;
  outcome.focus();
}

/** Shows where one goes on, on pages that have such a place. */
function offer(selector) {
  const place = document.querySelector(selector);
  if (place) place.hidden = false;
}

function finish() {
  form.hidden = true;
  // What was used should not stay in the history of a shared computer.
  history.replaceState(null, '', location.pathname);
  say(page.success, 'success');
  offer('#after');
}

function refuse(code, field) {
  const texts = {
    ALREADY_EXISTS: page.alreadyExists,
    BAD_USER_INPUT: field === 'password' ? badPassword : page.badInput,
    INVALID_CREDENTIALS: page.invalidCredentials,
    INVALID_TOKEN: page.invalidToken,
    RATE_LIMITED: failures.tooMany,
  };
  say(texts[code] ?? failures.failed, 'failure');
  if (code !== 'INVALID_TOKEN') return;
  form.hidden = true;
  offer('#next');
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  try {
    const given = Object.fromEntries(new FormData(form));
    const { code, field } = await change(page.mutation, { ...given, ...(page.needsToken && { token }) });
    if (code === undefined) finish();
    else refuse(code, field);
  } catch {
    say(failures.failed, 'failure');
  } finally {
    button.disabled = false;
  }
});

document.querySelector('#show')?.addEventListener('change', ({ target }) => {
  document.querySelector('#password').type = target.checked ? 'text' : 'password';
});

if (page.needsToken && !token) say(incomplete, 'failure');
else form.hidden = false;
