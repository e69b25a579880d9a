export * from './calendar-day.js';
export * from './clock.js';
export * from './heap.js';
export type { Mailbox } from './mailbox.js';
export { isLoopback, isSafeAddress, type OpenIdIssuer } from './open-id-issuers.js';
export * from './production.js';
export * from './read-environment.js';
export * from './start-error.js';
export * from './variables.js';
