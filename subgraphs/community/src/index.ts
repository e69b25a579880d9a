import type { IdentityProvider } from '@lokaal/shared/auth';
import { systemClock } from '@lokaal/shared/config';
import { migrate } from '@lokaal/shared/database';
import { startSubgraph, type Subgraph, type SubgraphDependencies, type SubgraphModule } from '@lokaal/shared/graphql';
import { createIdentity, type Identity } from './features/identity/identity.js';
import { type MailTransport, printTransport, smtpTransport } from './features/mail-outbox/mail-transport.js';
import { migrations } from './migrations/index.js';
import { communityEntities, communitySchema, communitySdl } from './schema.js';
import { seedDemo, seedReference } from './seed/index.js';

export interface CommunityDependencies extends SubgraphDependencies {
  /** At least 32 characters. Seals the keys that sign access tokens. */
  readonly keySecret: string;
  /** Where the web site is, for the links in mails. */
  readonly publicUrl: string;
  readonly mail: {
    /** Absent: mails are printed on standard output. */
    readonly smtpUrl?: string;
    /** Address of the sender. */
    readonly from: string;
  };
}

/** The running community, which also tells the gateway who calls. */
export interface CommunitySubgraph extends Subgraph {
  readonly identity: IdentityProvider;
}

interface CommunityModule extends SubgraphModule<CommunityDependencies> {
  create(dependencies: CommunityDependencies): Promise<CommunitySubgraph>;
}

/** The community's front door: everything that a process needs to run it. */
export const community: CommunityModule = {
  name: 'community',
  sdl: communitySdl,
  migrate: (urls) => migrate({ urls, migrations }),
  seedReference,
  seedDemo,
  create,
};

async function create(dependencies: CommunityDependencies): Promise<CommunitySubgraph> {
  const { clock = systemClock, mail } = dependencies;
  const opened: { identity?: Identity } = {};
  const subgraph = await startSubgraph(
    {
      name: 'community',
      entities: communityEntities,
      schema: (dataSource, pool) => {
        opened.identity = createIdentity({
          ...dependencies,
          dataSource,
          pool,
          clock,
          mailTransport: transportOf(mail),
        });
        return communitySchema(dataSource, opened.identity);
      },
    },
    dependencies,
  );
  return withIdentity(subgraph, opened.identity!);
}

function withIdentity(subgraph: Subgraph, identity: Identity): CommunitySubgraph {
  identity.start();
  // mail that is on its way still needs the connections
  const close = () => identity.close().finally(() => subgraph.close());
  return { ...subgraph, identity, close };
}

const transportOf = ({ smtpUrl, from }: CommunityDependencies['mail']): MailTransport =>
  smtpUrl === undefined ? printTransport() : smtpTransport(smtpUrl, from);
