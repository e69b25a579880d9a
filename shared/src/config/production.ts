import { isLoopback } from './open-id-issuers.js';
import type { Environment } from './read-environment.js';
import type { VariableName } from './variables.js';

type Partially<Name extends VariableName> = Partial<Environment<Name>>;

const rules: readonly { unsafe: (settings: Partially<VariableName>) => boolean; complaint: string }[] = [
  {
    unsafe: ({ INTROSPECTION }) => INTROSPECTION === 'PUBLIC',
    complaint: 'INTROSPECTION=PUBLIC shows the schema to everybody: use SIGNED_IN or OFF in production.',
  },
  {
    unsafe: ({ LOG_LEVEL }) => LOG_LEVEL === 'debug' || LOG_LEVEL === 'trace',
    complaint: 'LOG_LEVEL debug and trace log too much for production: use info or higher.',
  },
  {
    unsafe: ({ DEMO_DATA }) => DEMO_DATA === true,
    complaint: 'DEMO_DATA=true makes accounts with well-known passwords: not in production.',
  },
  {
    unsafe: ({ TRUSTED_PROXIES: networks = [] }) => networks.some((network) => network.endsWith('/0')),
    complaint: 'TRUSTED_PROXIES trusts everybody, who can then take any address: name your proxies in production.',
  },
  {
    unsafe: ({ OPENID_ISSUERS: issuers = [] }) => issuers.some(({ issuer }) => isLoopback(issuer)),
    complaint: 'OPENID_ISSUERS has an issuer on this machine, without https: not in production.',
  },
];

/** Combinations that must not run in production, as sentences; none outside production. */
export const unsafeInProduction = (settings: Partially<VariableName>): string[] =>
  settings.NODE_ENV === 'production' ? rules.filter((rule) => rule.unsafe(settings)).map((rule) => rule.complaint) : [];
