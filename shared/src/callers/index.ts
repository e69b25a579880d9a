export { addressBlock, addressSite } from './address-block.js';
export { tooBusy, Turns } from './turns.js';
