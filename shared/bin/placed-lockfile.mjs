// The lockfile names no registry, so npm asks for each package where it is, which takes a third of an installation. While the
// work here runs, a lockfile with all places lies beside it, which npm prefers.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'node_modules/';

/** Where registries keep a package. */
function placeOf(path, { name = path.slice(path.lastIndexOf(folder) + folder.length), version }, registry) {
  return `${registry.replace(/\/$/, '')}/${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
}

export async function withPlaces(root, registry, work) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const [path, entry] of Object.entries(lock.packages))
    if (entry.integrity !== undefined) entry.resolved = placeOf(path, entry, registry);
  const placed = join(root, 'npm-shrinkwrap.json');
  const remove = () => rmSync(placed, { force: true });
  process.once('exit', remove);
  try {
    writeFileSync(placed, JSON.stringify(lock));
    return await work();
  } finally {
    remove();
    process.off('exit', remove);
  }
}
