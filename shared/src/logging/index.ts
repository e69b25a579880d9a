export * from './error-record.js';
export * from './logger.js';
