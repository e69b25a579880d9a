// The pages to which mails link. Each asks one mutation of the graph, and says in plain Dutch what came of it. What the
// link holds stands behind its #, and goes from here to the graph only.

const pages = {
  'confirm-email': {
    mutation: `mutation ConfirmEmail($input: ConfirmEmailInput!) {
      answer: confirmEmail(input: $input) { userErrors { code } }
    }`,
    needsToken: true,
    success: 'Uw e-mailadres is bevestigd. U kunt zich nu aanmelden.',
    invalidCredentials:
      'Dit is niet het wachtwoord dat bij deze mail hoort. Kreeg u er meer dan een, neem dan de mail van uw eigen registratie.',
    invalidToken: 'Deze link is te oud of geldt niet meer. Registreer u opnieuw om een nieuwe te krijgen.',
  },
  'confirm-email-change': {
    mutation: `mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
      answer: confirmEmailChange(input: $input) { userErrors { code } }
    }`,
    needsToken: true,
    success:
      'Uw nieuwe e-mailadres is bevestigd. U bent overal afgemeld en uw agenda-abonnementen zijn beëindigd: meld u aan met het nieuwe adres.',
    invalidToken: 'Deze link is al gebruikt of te oud. Meld u aan en vraag het opnieuw.',
    invalidCredentials: 'Dit is niet het wachtwoord van het account dat dit vroeg.',
    alreadyExists: 'Dit e-mailadres hoort intussen bij een ander account. Er is niets veranderd.',
  },
  'reset-password': {
    mutation: `mutation ResetPassword($input: ResetPasswordInput!) {
      answer: resetPassword(input: $input) { userErrors { code } }
    }`,
    needsToken: true,
    success:
      'Uw nieuwe wachtwoord is bewaard. U bent overal afgemeld en uw agenda-abonnementen zijn beëindigd: meld u aan met het nieuwe wachtwoord.',
    badInput:
      'Dit wachtwoord kan niet: het is te kort, te bekend, of lijkt te veel op uw naam of e-mailadres. Kies een ander.',
    invalidToken: 'Deze link is al gebruikt of te oud.',
    offersNewLink: true,
  },
  'request-password-reset': {
    mutation: `mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
      answer: requestPasswordReset(input: $input) { userErrors { code } }
    }`,
    needsToken: false,
    success: 'Hoort er bij dit adres een account, dan krijgt u een mail met een link. Die werkt een uur.',
    badInput: 'Dit is geen e-mailadres. Kijk het na en probeer opnieuw.',
  },
};

const failed = 'Het is niet gelukt door een storing. Probeer het over enkele minuten opnieuw.';
const incomplete = 'Deze link is niet volledig. Open hem opnieuw vanuit de mail, of kopieer hem in zijn geheel.';
const tooMany = 'Dit is te vaak geprobeerd. Wacht enkele minuten en probeer opnieuw.';

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

/** The code of the refusal, or undefined when it was done. */
async function ask(input) {
  const response = await fetch(new URL('../graphql', location.href), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: page.mutation, variables: { input } }),
  });
  const { data, errors } = await response.json();
  if (errors) return errors[0].extensions?.code ?? 'INTERNAL_SERVER_ERROR';
  return data.answer.userErrors[0]?.code;
}

function finish() {
  form.hidden = true;
  // What was used should not stay in the history of a shared computer.
  history.replaceState(null, '', location.pathname);
  say(page.success, 'success');
}

function refuse(code) {
  const texts = {
    ALREADY_EXISTS: page.alreadyExists,
    BAD_USER_INPUT: page.badInput,
    INVALID_CREDENTIALS: page.invalidCredentials,
    INVALID_TOKEN: page.invalidToken,
    RATE_LIMITED: tooMany,
  };
  say(texts[code] ?? failed, 'failure');
  if (code !== 'INVALID_TOKEN') return;
  form.hidden = true;
  if (page.offersNewLink) document.querySelector('#next').hidden = false;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  try {
    const code = await ask({ ...Object.fromEntries(new FormData(form)), ...(page.needsToken && { token }) });
    if (code === undefined) finish();
    else refuse(code);
  } catch {
    say(failed, 'failure');
  } finally {
    button.disabled = false;
  }
});

document.querySelector('#show')?.addEventListener('change', ({ target }) => {
  document.querySelector('#password').type = target.checked ? 'text' : 'password';
});

if (page.needsToken && !token) say(incomplete, 'failure');
else form.hidden = false;
