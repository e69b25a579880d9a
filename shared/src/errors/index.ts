export * from './database-failure.js';
export * from './domain-error.js';
export * from './public-error.js';
export * from './given-up.js';
