// The page "Mijn account": sign in, see what is one's own, do what mails ask for.

import { drawn, issuerButton } from './drawing.js';
import { failures } from './graph.js';
import { myThings } from './my-things.js';
import * as session from './session.js';

const find = (selector) => document.querySelector(selector);
const [signInPart, minePart, outcome] = ['#sign-in', '#mine', '#outcome'].map(find);

const refusals = {
  CONFLICT: 'Er veranderde intussen iets. Hieronder staat hoe het nu is.',
  FORBIDDEN: 'Dit mag u niet (meer) doen. Hieronder staat hoe het nu is.',
  INVALID_CREDENTIALS: 'E-mailadres en wachtwoord horen niet bij elkaar, of het adres is nog niet bevestigd.',
  INVALID_STATE: 'Dit kan niet (meer). Hieronder staat hoe het nu is.',
  INVALID_TOKEN: 'Het aanmelden is niet gelukt of duurde te lang. Probeer het opnieuw.',
  NOT_FOUND: 'Dit is er niet meer. Hieronder staat hoe het nu is.',
  RATE_LIMITED: failures.tooMany,
  UNAUTHENTICATED: 'U bent niet meer aangemeld. Meld u opnieuw aan.',
};

function say(text, className) {
  outcome.textContent = text;
  outcome.className = className;
  outcome.focus();
}

const refuse = (code) => say(refusals[code] ?? failures.failed, 'failure');

/** What takes a moment is done once, and a fault of the network is told. */
async function once(work) {
  const buttons = [...document.querySelectorAll('button')];
  for (const button of buttons) button.disabled = true;
  try {
    await work();
  } catch {
    say(failures.failed, 'failure');
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

async function show() {
  const { code, name, sections } = session.isSignedIn() ? await myThings() : {};
  const isShown = sections !== undefined;
  signInPart.hidden = isShown;
  minePart.hidden = !isShown;
  find('#who').textContent = isShown ? `Aangemeld als ${name}.` : '';
  find('#things').replaceChildren(...(sections ?? []).map((one) => drawn(one, perform)));
  return code;
}

/** Shows how things are now, then says what came of it. */
async function tell(code, done) {
  const after = await show();
  const refused = code ?? after;
  if (refused === undefined) say(done, 'success');
  else refuse(refused);
}

function perform({ mutation, input, sure, done }, chosen) {
  // the browser's own question: every screen reader reads it
  if (sure && !confirm(sure)) return;
  void once(async () => {
    const { code } = await session.changeAsViewer(mutation, { ...input, ...chosen });
    await tell(code, done);
  });
}

async function enter(code) {
  find('#password').value = '';
  if (code === undefined) await tell(undefined, 'U bent aangemeld.');
  else refuse(code);
}

signInPart.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const given = Object.fromEntries(new FormData(event.target));
  void once(async () => enter(await session.signIn(given)));
});

find('#sign-out').addEventListener('click', () => {
  void once(async () => {
    await session.signOut();
    await tell(undefined, 'U bent afgemeld.');
  });
});

find('#show').addEventListener('change', ({ target }) => {
  find('#password').type = target.checked ? 'text' : 'password';
});

async function offerIssuers() {
  const leaving = (name) => () =>
    once(async () => {
      const code = await session.leaveFor(name);
      if (code !== undefined) refuse(code);
    });
  const issuers = await session.issuersHere();
  find('#issuers').append(...issuers.map((issuer) => issuerButton(issuer, leaving(issuer.name))));
}

if (session.comesBack()) void once(async () => enter(await session.signInElsewhere()));
signInPart.hidden = false;
// without them one still signs in by password
offerIssuers().catch(() => undefined);
