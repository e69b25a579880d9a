/**
 * The loader is for Node 20, which cannot read TypeScript itself; TypeScript 7 has no JavaScript interface for ts-node.
 * @jest-config-loader esbuild-register
 */
import type { Config } from 'jest';

/** Packages that ship only ES modules, which Jest's CommonJS module loader cannot require. */
const esmOnly = ['jose'];

const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

const config: Config = {
  roots: ['<rootDir>/shared', '<rootDir>/subgraphs', '<rootDir>/gateway', '<rootDir>/bench'],
  testMatch: ['**/*.test.ts'],
  // Only `npm run test:browser` runs these: they need Chromium.
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.browser\\.test\\.ts$'],
  // JavaScript first: a dependency that ships its sources too must not be loaded from them.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Our own packages are tested from their sources, not from what was last built.
  testEnvironmentOptions: { customExportConditions: ['@lokaal/source', 'node', 'node-addons'] },
  transform: { '\\.[mc]?[jt]s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/shared/test/global-setup.mjs',
  setupFilesAfterEnv: ['<rootDir>/shared/test/matchers.ts'],
  globalTeardown: '<rootDir>/shared/test/global-teardown.mjs',
  // What a busy machine may take: no test is about time.
  testTimeout: 300_000,
  maxWorkers: '100%',
};

// Not `export default`: Node 24 would load this file as CommonJS, fail, and warn before it tries the loader.
module.exports = config;
