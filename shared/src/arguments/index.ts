export * from './bad-argument.js';
export * from './page-arguments.js';
