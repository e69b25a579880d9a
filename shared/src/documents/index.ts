export * from './csv-text.js';
export * from './document-message.js';
export * from './document-router.js';
export * from './document.js';
