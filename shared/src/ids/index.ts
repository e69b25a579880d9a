export * from './type-ids.js';
export { newCode, readCode } from './typed-code.js';
