import { z } from 'zod';
import { mailbox } from './mailbox.js';
import { openIdIssuers } from './open-id-issuers.js';

/** What each variable's metadata tells: the rest of the sentence "expected ...", and whether its value may be shown. */
interface Expectation {
  readonly expected: string;
  readonly secret: boolean;
}

const described = <T extends z.ZodType>(schema: T, expected: string, secret = false): T =>
  schema.meta({ expected, secret } satisfies Expectation & Record<string, unknown>);

const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/ })
  .refine((text) => URL.canParse(text) && new URL(text).pathname.length > 1)
  .optional();
const serviceUrl = z.url({ protocol: /^https?$/ }).optional();
const secretText = z
  .string()
  .refine((text) => Buffer.byteLength(text) >= 32)
  .optional();
const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);
const networks = z
  .string()
  .default('')
  .transform((text) => (text === '' ? [] : text.split(',').map((one) => one.trim())))
  .pipe(z.array(network));

const database = (text = 'a URL such as postgres://user:password@host:5432/database') =>
  described(databaseUrl, text, true);
const service = () => described(serviceUrl, 'a URL such as http://localhost:4001/graphql');

/** Every environment variable that any entry point reads. `.env.example` lists the same names; a test compares them. */
export const variables = {
  NODE_ENV: described(z.enum(['development', 'production', 'test']), 'development, production or test'),
  HOST: described(
    z.union([z.hostname(), z.ipv4(), z.ipv6()]).default('127.0.0.1'),
    'a host name or address to listen on, such as 127.0.0.1 or 0.0.0.0',
  ),
  PORT: described(z.coerce.number().int().min(0).max(65535).default(4000), 'a whole number from 0 to 65535'),
  PUBLIC_URL: described(serviceUrl, 'the URL by which people reach this graph, such as https://graph.example.org'),
  TRUSTED_PROXIES: described(
    networks,
    'addresses or networks of reverse proxies with commas between them, such as 127.0.0.1,10.0.0.0/8',
  ),
  LOG_LEVEL: described(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'fatal, error, warn, info, debug, trace or silent',
  ),
  INTROSPECTION: described(
    z.enum(['PUBLIC', 'SIGNED_IN', 'OFF']).optional(),
    'PUBLIC (everybody), SIGNED_IN (whoever is signed in) or OFF',
  ),
  PLAYGROUND: described(flag, 'true or false'),
  DATA_DIR: described(z.string().default('.data'), 'a folder for the embedded database'),
  DEMO_DATA: described(flag, 'true or false'),
  DEMO_SCALE: described(z.coerce.number().int().min(1).max(1000).default(1), 'a whole number from 1 to 1000'),
  COMMUNITY_DATABASE_URL: database(),
  CATALOGUE_DATABASE_URL: database(),
  INFOSEC_DATABASE_URL: database(),
  COMMUNITY_MIGRATION_URL: database(),
  CATALOGUE_MIGRATION_URL: database(),
  INFOSEC_MIGRATION_URL: database(),
  COMMUNITY_URL: service(),
  CATALOGUE_URL: service(),
  INFOSEC_URL: service(),
  SMTP_URL: described(
    z.url({ protocol: /^smtps?$/ }).optional(),
    'a URL such as smtp://user:password@mail.example.org:587',
    true,
  ),
  MAIL_FROM: described(
    mailbox.default({ name: 'Lokaal Digitaal', address: 'noreply@lokaal.example' }),
    'an e-mail address, or a name and an address such as Lokaal Digitaal <post@example.be>',
  ),
  FIRST_STAFF_EMAIL: described(z.email().optional(), 'an e-mail address'),
  GATEWAY_SECRET: described(
    secretText,
    'a secret of at least 32 bytes, the same for the gateway and its subgraphs',
    true,
  ),
  OPENID_ISSUERS: described(
    openIdIssuers,
    'a JSON list of issuers as in .env.example, with https addresses (http on this machine only) and names that differ',
    true,
  ),
  KEY_SECRET: described(secretText, 'a secret of at least 32 bytes, the same for as long as the database lives', true),
} satisfies Record<string, z.ZodType>;

export type VariableName = keyof typeof variables;

export const expectationOf = (name: VariableName): Expectation => variables[name].meta() as unknown as Expectation;
