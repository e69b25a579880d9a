export * from './authorities.js';
export * from './csv-cells.js';
export * from './csv-file.js';
export * from './malformed-file-error.js';
export * from './municipalities.js';
export * from './seed-transaction.js';
export * from './seeded-id.js';
export * from './write-rows.js';
