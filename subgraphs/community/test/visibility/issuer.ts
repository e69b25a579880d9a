/** By which one may sign in, and which nobody reaches. */
export const issuer = {
  name: 'overheid',
  label: 'Overheidsaccount',
  issuer: 'https://login.example',
  clientId: 'lokaal',
  redirectUris: ['https://portaal.example/aangemeld'],
  scopes: 'openid',
  trustsEmail: false,
  registers: false,
};
