export * from './hang-up.js';
export * from './http-error.js';
export * from './http-server.js';
export * from './request-id.js';
export * from './serve-subgraph.js';
