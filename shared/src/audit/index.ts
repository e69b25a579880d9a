export * from './audit-table.js';
export * from './audited-runner.js';
export * from './take-audited.js';
