import type { FastifyInstance } from 'fastify';
import { addAccountPages } from './account-pages.js';
import { addPlayground } from './playground.js';

export interface PageSettings {
  readonly PLAYGROUND?: boolean | undefined;
  readonly INTROSPECTION?: 'PUBLIC' | 'SIGNED_IN' | 'OFF' | undefined;
  readonly NODE_ENV: 'development' | 'production' | 'test';
}

/** Without a schema to read, and in production, the playground is there only when somebody asked for it. */
export const showsPlayground = ({ PLAYGROUND, INTROSPECTION, NODE_ENV }: PageSettings): boolean =>
  PLAYGROUND ?? (NODE_ENV !== 'production' && INTROSPECTION !== 'OFF');

/** The pages of our own graph, beside /graphql. */
export const ownRoutes =
  (settings: PageSettings, demoData: boolean) =>
  async (app: FastifyInstance): Promise<void> => {
    addAccountPages(app);
    const hasPlayground = showsPlayground(settings);
    if (hasPlayground) await addPlayground(app, { demoData });
    app.get('/', (_request, reply) => reply.redirect(hasPlayground ? '/playground' : '/account/'));
  };
