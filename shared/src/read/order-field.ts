/** A column as a value of an order enum: updatedAt -> UPDATED_AT. */
export const orderField = (property: string): string =>
  property.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The column of a value of an order enum: UPDATED_AT -> updatedAt. */
export const orderColumn = (field: string): string =>
  field.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
