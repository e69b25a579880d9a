import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { catalogue } from '@lokaal/catalogue';
import { community } from '@lokaal/community';
import { infosec } from '@lokaal/infosec';
import type { DatabaseUrls, SubgraphName } from '@lokaal/shared/graphql';
import { cloneDatabase, type Migrated } from '../../shared/test/database.js';

const modules: Record<SubgraphName, Migrated> = { community, catalogue, infosec };
const names = Object.keys(modules) as SubgraphName[];
const secret = 'a secret of the tests that is long enough';

const given = (name: SubgraphName, urls: DatabaseUrls): Record<string, string> => ({
  NODE_ENV: 'test',
  PORT: '0',
  GATEWAY_SECRET: secret,
  [`${name.toUpperCase()}_DATABASE_URL`]: urls.server,
  [`${name.toUpperCase()}_MIGRATION_URL`]: urls.owner,
  ...(name === 'community' && { KEY_SECRET: secret, PUBLIC_URL: 'https://graph.example' }),
});

const headers = { 'content-type': 'application/json' };

const started: ChildProcess[] = [];

/** Nothing of this process's environment but the way to node, so that a setting of the machine changes no test. */
function start(name: SubgraphName, variables: Record<string, string>) {
  const main = join(__dirname, `../../subgraphs/${name}/dist/main.js`);
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...variables } });
  started.push(child);
  let output = '';
  const listening = new Promise<string>((found) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /"url":"([^"]+)".*"msg":"ready"/.exec(output)?.[1];
      if (url) found(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  const ready = (): Promise<string> => {
    const failed = ended.then(() => Promise.reject<string>(new Error(`It ended before it was ready: ${output}`)));
    return Promise.race([listening, failed]);
  };
  return { child, ready, ended };
}

afterAll(() => started.map((child) => child.kill('SIGKILL')));

describe.each(names)('the %s as a service', (name) => {
  it('brings its database up to date, is ready, answers nobody but the gateway, and stops in order', async () => {
    const service = start(name, given(name, await cloneDatabase(modules[name])));
    const url = await service.ready();
    const ready = await fetch(`${url}/readyz`);
    const unsigned = await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    service.child.kill('SIGTERM');
    const { code } = await service.ended;
    expect([ready.status, unsigned.status, code]).toEqual([200, 401, 0]);
  });

  it('lists everything that is missing, and does not start', async () => {
    const { code, output } = await start(name, { NODE_ENV: 'test' }).ended;
    expect(code).toBe(1);
    expect(output).toContain(`- ${name.toUpperCase()}_DATABASE_URL is missing`);
    expect(output).toContain('- GATEWAY_SECRET is missing');
    expect(output).not.toContain('    at ');
  });

  it('says why it cannot reach its database', async () => {
    const nowhere = `postgres://nobody:hidden@127.0.0.1:1/${name}`;
    const { code, output } = await start(name, given(name, { owner: nowhere, server: nowhere })).ended;
    expect([
      code,
      output.includes(`The database "${name}" at 127.0.0.1:1 cannot be used`),
      output.includes('hidden'),
    ]).toEqual([1, true, false]);
  });
});

it('the community as a service needs a secret for its keys and its address', async () => {
  const {
    KEY_SECRET: _secret,
    PUBLIC_URL: _url,
    ...others
  } = given('community', { owner: 'postgres://u@h/d', server: 'postgres://u@h/d' });
  const { code, output } = await start('community', others).ended;
  expect([code, output]).toEqual([
    1,
    'The configuration is not right:\n- KEY_SECRET is missing: expected a secret of at least 32 bytes.\n- PUBLIC_URL is missing: expected the URL by which people reach this graph.\n',
  ]);
});
