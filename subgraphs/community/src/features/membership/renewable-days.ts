/** So long before its end a term can be renewed; earlier would be renewing for years ahead. */
export const renewableDays = 90;
