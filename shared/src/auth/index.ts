export * from './access-rule.js';
export * from './access-token.js';
export * from './api-key.js';
export * from './identity-provider.js';
export * from './issuer-of.js';
export * from './viewer.js';
export * from './viewer-schema.js';
export * from './viewer-token.js';
