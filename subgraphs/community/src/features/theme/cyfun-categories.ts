/** Per function of CyberFundamentals, the categories of 2023 and of 2025: those of the reference data, as the test sees to. */
const byFunction: Readonly<Record<string, readonly string[]>> = {
  GV: ['OC', 'OV', 'PO', 'RM', 'RR', 'SC'],
  ID: ['AM', 'BE', 'GV', 'IM', 'RA', 'RM', 'SC'],
  PR: ['AA', 'AC', 'AT', 'DS', 'IP', 'IR', 'MA', 'PS', 'PT'],
  DE: ['AE', 'CM', 'DP'],
  RS: ['AN', 'CO', 'IM', 'MA', 'MI', 'RP'],
  RC: ['CO', 'IM', 'RP'],
};

export const cyfunCategories: readonly string[] = Object.entries(byFunction).flatMap(([name, categories]) =>
  categories.map((category) => `${name}.${category}`),
);
