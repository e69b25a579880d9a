// Tells which projects must be compiled again. The compiler knows it better, but takes longer to say so.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const notes = 'node_modules/.cache/lokaal/build.json';

function projectsOf(root) {
  const subgraphs = readdirSync(join(root, 'subgraphs')).map((name) => `subgraphs/${name}`);
  return ['shared', ...subgraphs, 'gateway', 'bench'].filter((folder) =>
    existsSync(join(root, folder, 'tsconfig.json')),
  );
}

/** Every source with its size and time. */
function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.test.ts')) {
      const { size, mtimeMs } = statSync(path);
      yield `${path} ${size} ${mtimeMs}`;
    }
  }
}

const byText = (a, b) => (a < b ? -1 : 1);

function fingerprint(root, project) {
  const hash = createHash('sha256');
  for (const file of ['tsconfig.base.json', `${project}/tsconfig.json`, `${project}/package.json`])
    hash.update(readFileSync(join(root, file)));
  if (existsSync(join(root, project, 'src')))
    for (const source of [...sources(join(root, project, 'src'))].toSorted(byText)) hash.update(source);
  return hash.digest('hex');
}

function remembered(root) {
  try {
    return JSON.parse(readFileSync(join(root, notes), 'utf8'));
  } catch {
    return {};
  }
}

/** Projects whose sources changed since the last build, or whose output was removed. */
export function staleProjects(root) {
  const before = remembered(root);
  return projectsOf(root).filter(
    (project) =>
      before[project] !== fingerprint(root, project) ||
      (!existsSync(join(root, project, 'dist')) && hasSources(root, project)),
  );
}

const hasSources = (root, project) =>
  existsSync(join(root, project, 'src')) && !sources(join(root, project, 'src')).next().done;

/** What the sources are now. Taken before a build: what changes while it runs is stale after it. */
export const fingerprints = (root) =>
  Object.fromEntries(projectsOf(root).map((project) => [project, fingerprint(root, project)]));

export function rememberBuild(root, built) {
  mkdirSync(join(root, notes, '..'), { recursive: true });
  writeFileSync(join(root, notes), JSON.stringify(built));
}
