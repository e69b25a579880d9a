export * from './account.js';
export * from './binaries.js';
export * from './cluster.js';
export * from './server.js';
