/** The municipalities with facilities for who speaks French (faciliteitengemeenten). */
const withFacilities = new Set(
  `bever drogenbos herstappe kraainem linkebeek mesen ronse sint-genesius-rode spiere-helkijn voeren wemmel wezembeek-oppem`
    .split(' ')
    .map((name) => `${name}.example`),
);

/** How many of those with an address there read French: nobody at any other authority. */
export const frenchOddsAt = (domain: string): number => (withFacilities.has(domain) ? 0.25 : 0);
