export { addressBlock, addressSite } from './address-block.js';
export { type Asker, type Caller, callerOf } from './caller.js';
export { tooBusy, Turns } from './turns.js';
