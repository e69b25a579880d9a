export * from './type-ids.js';
