/** The scalars of the graph. The gateway checks values with them too, so nothing here may need a library for databases. */
export { EmailAddress } from './email-address.js';
export { KboNumber, kboCheckDigits } from './kbo-number.js';
export { leafValuesRule } from './leaf-values-rule.js';
export { CalendarDate, DateTime } from './moments.js';
export { NisCode } from './nis-code.js';
export { expectationOf } from './refused-value.js';
