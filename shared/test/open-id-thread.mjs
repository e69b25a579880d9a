// An issuer for the tests, in a thread of its own: the package is ES modules, which Jest cannot load.
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

const { clientId, clientSecret, redirectUris, audience, accounts } = workerData;

let provider;
let keys = 0;

async function newKeys() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  keys += 1;
  return { keys: [{ ...(await exportJWK(privateKey)), kid: `key-${keys}`, use: 'sig', alg: 'RS256' }] };
}

const server = createServer((request, response) => provider?.callback()(request, response));

/** Starts again with new keys: what was signed before can no longer be checked, who was signed in still is. */
async function renew() {
  provider = new Provider(`http://127.0.0.1:${server.address().port}`, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris }],
    cookies: { keys: ['a key of the tests'] },
    jwks: await newKeys(),
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 600, Session: 600 },
    features: {
      devInteractions: { enabled: true },
      userinfo: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid email profile',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
}

await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
await renew();
parentPort.on('message', async ({ account, claims, rotate }) => {
  if (account) accounts[account] = claims;
  if (rotate) await renew();
  parentPort.postMessage({ done: true });
});
parentPort.postMessage({ port: server.address().port });
