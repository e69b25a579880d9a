import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { variables } from '../../src/config/index.js';
import { projectRoot } from './temporary-tree.js';

interface ComposeService {
  readonly environment: Readonly<Record<string, string>>;
  readonly build?: {
    readonly context: string;
    readonly dockerfile: string;
    readonly args: { readonly SERVICE: string };
  };
}

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const composeText = read('docker/compose.yml');
const { services } = parse(composeText, { merge: true }) as { services: Record<string, ComposeService> };
const built = Object.entries(services).filter(([, { build }]) => build);
const dockerfile = read('docker/Dockerfile');
const subgraphs = readdirSync(join(projectRoot, 'subgraphs'));

const namesIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];
/** Sources of COPY that come from the build context. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(([, sources = '']) =>
  sources.split(' '),
);

describe('the images', () => {
  it('are made for the gateway and every subgraph', () => {
    expect(built.map(([name]) => name).toSorted()).toEqual(['gateway', ...subgraphs].toSorted());
    for (const [name, { build }] of built)
      expect(build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile', args: { SERVICE: name } });
  });

  it('are made of files that exist', () => {
    expect(copied.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it('are made of files that are sent to the builder', () => {
    const sent = namesIn(read('.dockerignore'), /^!(.+)$/gmu);
    const isSent = (path: string): boolean => sent.some((one) => path === one || path.startsWith(`${one}/`));
    expect(copied.filter((path) => !isSent(path))).toEqual([]);
  });

  it('are installed with the manifest of every workspace, as the lockfile wants', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> };
    const workspaces = Object.keys(packages).filter((path) => path !== '' && !path.includes('node_modules'));
    expect(copied.filter((path) => path.endsWith('/package.json')).toSorted()).toEqual(
      workspaces.map((path) => `${path}/package.json`).toSorted(),
    );
  });
});

describe('compose.yml', () => {
  it('gives the services variables that they know', () => {
    const known = Object.keys(variables);
    for (const [, { environment }] of built)
      expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('finds the subgraphs where the supergraph says they are', () => {
    const urls = namesIn(read('gateway/supergraph.graphql'), /@join__graph\(name: "\w+", url: "([^"]+)"/gu);
    const { COMMUNITY_URL, CATALOGUE_URL, INFOSEC_URL } = services['gateway']?.environment ?? {};
    expect([CATALOGUE_URL, COMMUNITY_URL, INFOSEC_URL]).toEqual(urls.toSorted());
    for (const name of subgraphs)
      expect(urls).toContain(`http://${name}:${services[name]?.environment['PORT']}/graphql`);
  });

  it('asks for exactly the secrets that new-secrets.sh makes, and none has a default', () => {
    const made = spawnSync('sh', [join(projectRoot, 'docker/new-secrets.sh')], { encoding: 'utf8' }).stdout;
    const secrets = namesIn(made, /^(\w+)=[0-9a-f]{64}$/gmu);
    expect(made.trim().split('\n')).toHaveLength(secrets.length);
    expect(namesIn(composeText, /\$\{(\w+_(?:PASSWORD|SECRET)):\?/gu).toSorted()).toEqual(secrets.toSorted());
    expect(secrets.filter((name) => composeText.includes(`\${${name}:-`))).toEqual([]);
  });

  it('gives PostgreSQL the passwords of the roles that it makes', () => {
    const wanted = namesIn(read('docker/databases.sql'), /^\\getenv password (\w+)$/gmu);
    expect(Object.keys(services['postgres']?.environment ?? {})).toEqual(expect.arrayContaining(wanted));
    expect(wanted).toHaveLength(2 * subgraphs.length);
  });
});
