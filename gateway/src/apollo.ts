import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@lokaal/shared/logging';
import { accessRulesOf, type AccessRules } from './access-rules.js';
import { createGateway } from './gateway.js';
import { KnownDocuments } from './known-documents.js';
import type { Limits } from './limits.js';
import { withNodeExistence } from './node-existence.js';
import { scalarLiterals, withOwnScalars } from './own-scalars.js';
import { accessPlugin } from './plugins/access.js';
import { countLimits } from './plugins/counts.js';
import { depthLimit } from './plugins/depth.js';
import { createErrorFunnel } from './plugins/errors.js';
import { introspectionForSignedIn } from './plugins/introspection.js';
import { nullVariablesPlugin } from './plugins/null-variables.js';
import { operationPlugin } from './plugins/operation.js';
import { pageLimitPlugin } from './plugins/page-limit.js';
import { tablePlugin } from './plugins/table.js';
import { variableDepthPlugin } from './plugins/variable-depth.js';
import { listLimit, valueDepthLimit, variableValuesPlugin } from './plugins/value-limits.js';
import { variablesPlugin } from './plugins/variables.js';
import type { RequestContext } from './request-context.js';
import type { Source } from './source.js';
import { parseSupergraph } from './supergraph.js';

export interface ApolloOptions {
  /** SDL of the supergraph. */
  readonly supergraph: string;
  readonly sources: readonly Source[];
  readonly logger: Logger;
  /** Who may read the schema. */
  readonly introspection?: 'PUBLIC' | 'SIGNED_IN' | 'OFF';
  /** Hides what only developers should see; on unless switched off. */
  readonly production?: boolean;
  /** Enforces `@authenticated` and `@requiresScopes`. A supergraph that has them is not served without. */
  readonly accessRules?: boolean;
  /** Serves a supergraph of strangers: no access rules, no checks of `node`, subgraph errors as they come. */
  readonly generic?: boolean;
}

/** Apollo Server over our gateway: the pipeline from the text of an operation to its answer. */
export function createApollo(options: ApolloOptions, limits: Limits): ApolloServer<RequestContext> {
  const { logger, production = true, generic = false, introspection = 'PUBLIC' } = options;
  const supergraph = parseSupergraph(options.supergraph);
  const rules = accessRulesOf(supergraph);
  refuseUnenforced(rules, options);
  const sources = generic ? options.sources : withNodeExistence(options.sources);
  const funnel = createErrorFunnel({ logger, production });
  const gateway = createGateway({ supergraph, sources, logger, fetchTimeout: limits.fetchTimeout, generic });
  return new ApolloServer<RequestContext>({
    gateway: generic ? gateway : withOwnScalars(gateway),
    formatError: funnel.formatError,
    plugins: [
      funnel.plugin,
      operationPlugin(),
      variableDepthPlugin(limits),
      variableValuesPlugin(limits),
      ...(introspection === 'SIGNED_IN' ? [introspectionForSignedIn()] : []),
      ...(rules.size > 0 && !generic ? [accessPlugin(rules)] : []),
      ...(generic ? [] : [variablesPlugin(), nullVariablesPlugin(), pageLimitPlugin(limits)]),
      tablePlugin(),
      ...servicesOfApollo,
    ],
    introspection: introspection !== 'OFF',
    includeStacktraceInErrorResponses: false,
    ...readingOf(limits, generic),
    documentStore: new KnownDocuments(),
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger,
  });
}

/** How the text of an operation is read and validated. */
const readingOf = (limits: Limits, generic: boolean) => ({
  parseOptions: { maxLexicalTokens: limits.tokens },
  // Our own rule tells how many; with any figure here, our rules see only what is right by those of the language.
  maxRecursiveSelections: Infinity,
  validationOptions: { maxErrors: limits.faults },
  validationRules: [
    depthLimit(limits.depth),
    countLimits(limits),
    listLimit(limits),
    valueDepthLimit(limits),
    ...(generic ? [] : [scalarLiterals]),
  ],
});

function refuseUnenforced(rules: AccessRules, { accessRules = true, generic = false }: ApolloOptions): void {
  if (rules.size > 0 && !accessRules && !generic) {
    throw new Error(
      `The supergraph has access rules (at ${[...rules.keys()].join(', ')}) but their enforcement is switched off.`,
    );
  }
}

/** Nothing of a request goes to Apollo's own services, whatever APOLLO_KEY says, and no page is loaded from its CDN. */
const servicesOfApollo = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];
