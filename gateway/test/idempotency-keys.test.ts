import { buildSchema, getNamedType, type GraphQLField, isInputObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const schema = buildSchema(readFileSync(join(__dirname, '../supergraph.graphql'), 'utf8'), { assumeValidSDL: true });
const mutations = Object.values(schema.getMutationType()!.getFields());

/** Whether the verb of a mutation's name makes something that was not there. A new verb is entered here first. */
const creates: Readonly<Record<string, boolean>> = Object.fromEntries([
  ...[
    'add apply appoint copy correct create invite issue join link match merge offer plan propose record register',
    'request rotate scan send sign start subscribe validate',
  ].flatMap((verbs) => verbs.split(' ').map((verb) => [verb, true])),
  ...[
    'accept advance amend answer approve archive cancel change check close confirm decline delete dismiss dissolve end',
    'erase export finish formalise give hold leave mark move publish refresh reject remove renew reset retry revoke score',
    'set submit undo unlink unsubscribe update withdraw',
  ].flatMap((verbs) => verbs.split(' ').map((verb) => [verb, false])),
]);

/** Why the same call has no second effect by itself, or has one that is meant. */
const exceptions: Readonly<Record<string, string>> = {
  issueCertificates: 'issues what is missing: what the first call issued is counted as earlier',
  linkOpenIdIdentity: 'its state holds for one call',
  registerPerson: 'nobody is signed in whose key it could be, and all addresses are answered alike',
  requestEmailChange: 'the newest link holds: sent again it is a new mail, as many as the limit allows',
  requestPasswordReset: 'nobody is signed in whose key it could be; sent again it is a new mail',
  scanParticipant: 'a ticket that was scanned at the stand before gives that scan again',
  sendMailingListIssue: 'changes the version that was seen: an issue is sent once',
  signIn: 'each sign-in is a session of its own',
  signOut: 'ends something',
  signOutEverywhere: 'ends something',
  startOpenIdLink: 'each begins a flow of its own, which is forgotten after ten minutes',
  startOpenIdSignIn: 'each begins a flow of its own, which is forgotten after ten minutes',
  subscribeToMailingList: 'nobody is signed in whose key it could be, and a list has a mailbox once',
};

const verbOf = (name: string): string => /^[a-z]+/.exec(name)![0];

function takesKey({ args }: GraphQLField<unknown, unknown>): boolean {
  const input = getNamedType(args.find(({ name }) => name === 'input')?.type);
  return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
}

const makers = mutations.filter(({ name }) => creates[verbOf(name)]);

it('knows of every verb whether it makes something', () => {
  expect(mutations.map(({ name }) => name).filter((name) => creates[verbOf(name)] === undefined)).toEqual([]);
});

it.each(makers.filter(({ name }) => !(name in exceptions)).map((one) => [one.name, one] as const))(
  'lets a client send %s again without a second effect',
  (_name, mutation) => expect(takesKey(mutation)).toBe(true),
);

it('has no exception that is not needed', () => {
  const without = makers.filter((mutation) => !takesKey(mutation)).map(({ name }) => name);
  expect(Object.keys(exceptions).toSorted()).toEqual(without.toSorted());
});
