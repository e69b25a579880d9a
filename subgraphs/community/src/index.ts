import type { IdentityProvider } from '@lokaal/shared/auth';
import { type Mailbox, type OpenIdIssuer, systemClock } from '@lokaal/shared/config';
import { migrate } from '@lokaal/shared/database';
import { routeDocuments } from '@lokaal/shared/documents';
import { startSubgraph, type Subgraph, type SubgraphDependencies, type SubgraphModule } from '@lokaal/shared/graphql';
import { deriveKey } from './features/identity/secret-token.js';
import { createIdentity, type Identity } from './features/identity/identity.js';
import { type MailTransport, printTransport, smtpTransport } from './features/mail-outbox/mail-transport.js';
import { migrations } from './migrations/index.js';
import { JobRunner } from './jobs/job-runner.js';
import { communityEntities, communitySchema, communitySdl, slices } from './schema.js';
import type { SliceDependencies } from './slice.js';
import { seedDemo, seedReference } from './seed/index.js';

export interface CommunityDependencies extends SubgraphDependencies {
  /** At least 32 characters. Seals the keys that sign access tokens. */
  readonly keySecret: string;
  /** Where people reach the graph, for the links in mails. */
  readonly publicUrl: string;
  /** Address of the first member of staff, who is invited while nobody is staff. */
  readonly firstStaffEmail?: string | undefined;
  readonly mail: {
    /** Absent: mails are printed on standard output. */
    readonly smtpUrl?: string;
    /** Who sends them, and organises what is in their calendars. */
    readonly from: Mailbox;
  };
  /** By which people sign in, besides their password; none when absent. */
  readonly openIdIssuers?: readonly OpenIdIssuer[];
  /** False: nothing happens by itself, other than sending mail. For tests that compare what is there before and after. */
  readonly runsJobs?: boolean;
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
  const { clock = systemClock, mail, firstStaffEmail, runsJobs = true, logger } = dependencies;
  const publicUrl = dependencies.publicUrl.replace(/\/+$/, '');
  const opened: { identity?: Identity; slices?: SliceDependencies; subgraph?: Subgraph } = {};
  const subgraph = await startSubgraph(
    {
      name: 'community',
      entities: communityEntities,
      schema: (db, { pool, shared }) => {
        const mailTransport = transportOf(mail);
        const identity = createIdentity({ ...dependencies, publicUrl, dataSource: db, pool, clock, mailTransport });
        opened.identity = identity;
        const keyFor = (purpose: string): Uint8Array => deriveKey(dependencies.keySecret, purpose);
        const ask: Subgraph['execute'] = (request) => opened.subgraph!.execute(request);
        opened.slices = {
          db,
          rows: shared.rows,
          clock,
          publicUrl,
          firstStaffEmail,
          mailFrom: mail.from,
          keyFor,
          ask,
          mailWaits: () => identity.mailWaits(),
        };
        return communitySchema(opened.slices, identity);
      },
    },
    dependencies,
  );
  opened.subgraph = subgraph;
  const jobs = [...opened.identity!.jobs, ...slices.flatMap((slice) => slice.jobs?.(opened.slices!) ?? [])];
  const documents = slices.flatMap((slice) => slice.documents?.(opened.slices!) ?? []);
  const running = { identity: opened.identity!, jobs: new JobRunner(runsJobs ? jobs : [], logger) };
  return { ...withIdentity(subgraph, running), document: routeDocuments(documents) };
}

interface Running {
  readonly identity: Identity;
  readonly jobs: JobRunner;
}

function withIdentity(subgraph: Subgraph, { identity, jobs }: Running): CommunitySubgraph {
  identity.start();
  jobs.start();
  // jobs and mail that are under way still need the connections
  const close = () =>
    jobs
      .stop()
      .then(() => identity.close())
      .finally(() => subgraph.close());
  return { ...subgraph, identity, close };
}

const transportOf = ({ smtpUrl, from }: CommunityDependencies['mail']): MailTransport =>
  smtpUrl === undefined ? printTransport() : smtpTransport(smtpUrl, from);
