/** The one seed of all demonstration data: another one makes another world of the same proportions. */
export const demoSeed = 'lokaal-1';
