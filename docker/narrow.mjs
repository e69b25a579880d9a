// Narrows the manifests and the lockfile of this folder to one service: `node narrow.mjs SERVICE`. After that
// `npm ci` installs that service's packages only, in the versions of the lockfile. npm's own --workspace is not enough:
// it follows the gateway's optional dependencies, which only the single process has, into the subgraphs.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const service = process.argv[2];
const folder = service === 'gateway' ? service : `subgraphs/${service}`;
const kept = ['shared', folder];

function edit(file, change) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  change(content);
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
}

edit(`${folder}/package.json`, (manifest) => delete manifest.optionalDependencies);
edit('package.json', (manifest) => {
  manifest.workspaces = kept;
  // The compiler and its types, which the image has done with.
  delete manifest.dependencies;
});
edit('package-lock.json', ({ packages }) => {
  const isOurs = (path) => path !== '' && !path.includes('node_modules/');
  const dropped = Object.keys(packages).filter((path) => isOurs(path) && !kept.includes(path));
  for (const [path, { resolved, link }] of Object.entries(packages))
    if (dropped.includes(path) || (link && dropped.includes(resolved))) delete packages[path];
  packages[''].workspaces = kept;
  delete packages[''].dependencies;
  delete packages[folder].optionalDependencies;
  for (const path of dropped) rmSync(path, { recursive: true, force: true });
});
