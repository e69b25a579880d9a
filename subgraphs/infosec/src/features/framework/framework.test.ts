import { anonymous } from '@lokaal/shared/auth';
import { startForTest, type TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { Given } from '../../../test/given.js';
import { infosec } from '../../index.js';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await startForTest(infosec, {});
  await Given.in(graph);
});

describe('frameworks', () => {
  it('are both editions of CyberFundamentals, for everybody', async () => {
    const { data } = await graph
      .as(anonymous)
      .run('{ frameworks { nodes { ref edition name controls { totalCount } } } }');
    expect(data.frameworks.nodes).toEqual([
      { ref: 'CYFUN', edition: '2023', name: 'CyberFundamentals 2023', controls: { totalCount: 221 } },
      { ref: 'CYFUN', edition: '2025', name: 'CyberFundamentals 2025', controls: { totalCount: 218 } },
    ]);
  });

  it('are found by their edition, or not at all', async () => {
    const ONE = 'query ($edition: String!) { framework(ref: "CYFUN", edition: $edition) { name } }';
    const ask = async (edition: string) => (await graph.as(anonymous).run(ONE, { edition })).data.framework;
    expect(await ask('2025')).toEqual({ name: 'CyberFundamentals 2025' });
    expect(await ask('2024')).toBeNull();
  });

  it('hold as many controls of each level and function as the framework has', async () => {
    const CONTROLS = `{ framework(ref: "CYFUN", edition: "2025") {
      basic: controls(filter: { firstLevel: { eq: BASIC } }) { totalCount }
      govern: controls(filter: { function: { eq: GOVERN }, firstLevel: { in: [BASIC, IMPORTANT] } }) { totalCount }
      category: controls(filter: { category: { eq: "PR.IR" } }) { nodes { code } }
      all: controls(first: 3) { nodes { code function firstLevel keyMeasureLevels framework { edition } } } } }`;
    const { data } = await graph.as(anonymous).run(CONTROLS);
    expect(data.framework.basic.totalCount).toBe(34);
    expect(data.framework.govern.totalCount).toBe(23);
    expect(data.framework.category.nodes.every(({ code }: { code: string }) => code.startsWith('PR.IR-'))).toBe(true);
    expect(data.framework.all.nodes[0]).toEqual({
      code: 'GV.OC-01.1',
      function: 'GOVERN',
      firstLevel: 'IMPORTANT',
      keyMeasureLevels: [],
      framework: { edition: '2025' },
    });
  });
});
