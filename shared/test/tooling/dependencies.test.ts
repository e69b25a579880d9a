import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gte, satisfies, valid } from 'semver';
import { projectRoot } from './temporary-tree.js';

interface LockedPackage {
  readonly version?: string;
  readonly engines?: { readonly node?: string };
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly optionalDependencies?: Record<string, string>;
}

interface Manifest {
  readonly workspaces?: readonly string[];
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly allowScripts?: Record<string, boolean>;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as T;

const { packages } = read<{ packages: Record<string, LockedPackage> }>('package-lock.json');
const installed = Object.entries(packages).filter(([path]) => path.includes('node_modules/'));
const versionsOf = (name: string): string[] =>
  installed.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, { version }]) => version ?? '');
const own = Object.keys(packages).filter((path) => !path.includes('node_modules'));

describe('dependencies', () => {
  it('are named by exact versions', () => {
    const ranges = own.flatMap((path) => {
      const { dependencies, devDependencies, optionalDependencies } = read<Manifest>(join(path, 'package.json'));
      const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
      return all.filter(([, version]) => !valid(version)).map(([name, version]) => `${path}: ${name} ${version}`);
    });
    expect(ranges).toEqual([]);
  });

  it.each(['20.19.0', '24.11.0'])('all run on Node %s', (node) => {
    const refused = installed.filter(([, { engines }]) => engines?.node && !satisfies(node, engines.node));
    expect(refused.map(([path, { engines }]) => `${path} wants ${engines?.node}`)).toEqual([]);
  });

  // Older versions have known holes.
  it.each([
    ['@apollo/gateway', '2.13.2'],
    ['@apollo/composition', '2.12.1'],
    ['@apollo/server', '5.5.0'],
    ['graphql', '16.8.1'],
    ['typeorm', '0.3.26'],
  ])('include no %s below %s', (name, floor) => {
    const versions = versionsOf(name);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => !gte(version, floor))).toEqual([]);
  });

  it('have their install scripts allowed or denied by name', () => {
    const { allowScripts = {} } = read<Manifest>('package.json');
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripted.map(([path]) => path.split('node_modules/').at(-1) ?? '');
    expect(names.filter((name) => !(name in allowScripts))).toEqual([]);
  });

  // npm has been seen to drop them when it changes a lockfile, and then `npm ci` refuses it on every machine.
  it('are locked for every platform', () => {
    const optional = installed.flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}));
    expect(optional.filter((name) => versionsOf(name).length === 0)).toEqual([]);
  });

  it('are locked without the address of a registry', () => {
    expect(installed.filter(([, { resolved }]) => /^https?:/u.test(resolved ?? '')).map(([path]) => path)).toEqual([]);
  });
});
