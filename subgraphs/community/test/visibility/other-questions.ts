import type { Viewer } from '@lokaal/shared/auth';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { certificateCode, type World } from './world.js';

/** Answers whether the viewer learns what is asked. */
export type OtherQuestion = (on: TestSubgraph, viewer: Viewer, world: World) => Promise<boolean>;

/** A word that only stands in what members may read. */
const finds =
  (question: string): OtherQuestion =>
  async (on, viewer) => {
    const { data } = await on.as(viewer).run(`{ found: ${question} { totalCount } }`);
    return data.found.totalCount > 0;
  };

/** Lines of the matrix that are about no object. */
export const otherQuestions: Readonly<Record<string, OtherQuestion>> = {
  'words of a publication for members': finds('publications(search: "ledenwoord")'),
  'words of a news item for members': finds('newsItems(search: "ledenwoord")'),
  'words of what is for members, in all': finds('search(text: "ledenwoord")'),
  'file of the accession document': async ({ subgraph }, viewer, { rows }) => {
    const path = `/files/${rows['StoredFile accession document']!.id}`;
    return (await subgraph.document!({ method: 'GET', path, query: {}, viewer, requestId: 'test' })) !== undefined;
  },
  'certificate by its code alone': async (on, viewer) => {
    const { data } = await on.as(viewer).run(`{ certificate(code: "${certificateCode}") { valid } }`);
    return Boolean(data.certificate);
  },
  'overview of memberships': async (on, viewer) => {
    const { data } = await on.as(viewer).run('{ membershipOverview { lapsingCount } }');
    return Boolean(data?.membershipOverview);
  },
};
