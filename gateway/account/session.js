// Who is signed in. The tokens stay in the memory of this page: who reloads or closes it is signed out.

import { askGraph, change } from './graph.js';

const selects = 'accessToken refreshToken expiresIn';
const seconds = 1_000;
/** So long before its end a token is renewed: an answer takes a moment. */
const margin = 30 * seconds;

let session;

export const isSignedIn = () => session !== undefined;

async function open(name, input) {
  const { code, answer } = await change(name, input, { selects });
  session = code === undefined ? { ...answer, staleAt: Date.now() + answer.expiresIn * seconds - margin } : undefined;
  return code;
}

/** Answers with the code of the refusal, or undefined. */
export const signIn = (input) => open('signIn', input);

async function freshToken() {
  if (session && Date.now() >= session.staleAt) await open('refreshSession', { refreshToken: session.refreshToken });
  return session?.accessToken;
}

/** Does something as who is signed in; UNAUTHENTICATED when that is nobody any more. */
async function asViewer(ask) {
  const accessToken = await freshToken();
  const answer = accessToken ? await ask(accessToken) : { code: 'UNAUTHENTICATED' };
  if (answer.code === 'UNAUTHENTICATED') session = undefined;
  return answer;
}

export const askAsViewer = (query, variables) => asViewer((token) => askGraph(query, variables, token));
export const changeAsViewer = (name, input) => asViewer((accessToken) => change(name, input, { accessToken }));

export async function signOut() {
  const { refreshToken } = session;
  session = undefined;
  await change('signOut', { refreshToken });
}

/** The address of this page, to which an issuer sends people back. */
const here = () => new URL('.', location.href).href;

/** Issuers that know this page. */
export async function issuersHere() {
  const { data } = await askGraph('{ openIdIssuers { name label redirectUris } }');
  return (data?.openIdIssuers ?? []).filter(({ redirectUris }) => redirectUris.includes(here()));
}

// The page is left for the issuer's. What waits for who comes back opens nothing by itself, works once, and in this tab.
const waiting = 'flowToken';

export async function leaveFor(issuer) {
  const asked = { issuer, redirectUri: here() };
  const { code, answer } = await change('startOpenIdSignIn', asked, { selects: 'authorizationUrl flowToken' });
  if (code !== undefined) return code;
  sessionStorage.setItem(waiting, answer.flowToken);
  location.assign(answer.authorizationUrl);
  return undefined;
}

/** Whether who opens the page comes back from an issuer. */
export const comesBack = () => new URLSearchParams(location.search).has('state');

export async function signInElsewhere() {
  const { state, code, iss } = Object.fromEntries(new URLSearchParams(location.search));
  const flowToken = sessionStorage.getItem(waiting);
  sessionStorage.removeItem(waiting);
  // not in the history of a shared computer
  history.replaceState(null, '', location.pathname);
  if (!code || !flowToken) return 'INVALID_TOKEN';
  return open('finishOpenIdSignIn', { flowToken, state, code, iss });
}
