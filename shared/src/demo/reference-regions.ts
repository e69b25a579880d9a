/**
 * The 15 reference regions (referentieregio's) bear their names; who belongs to which is invented here: it follows the
 * first two digits of the NIS code (the arrondissement) and is not the official delimitation.
 */
const regionByArrondissement: Readonly<Record<string, string>> = {
  '11': 'Antwerpen',
  '12': 'Mechelen',
  '13': 'Kempen',
  '23': 'Halle-Vilvoorde',
  '24': 'Leuven',
  '31': 'Brugge',
  '32': 'Westhoek',
  '33': 'Westhoek',
  '34': 'Kortrijk',
  '35': 'Oostende',
  '36': 'Midwest',
  '37': 'Midwest',
  '38': 'Westhoek',
  '41': 'Dender',
  '42': 'Dender',
  '43': 'Gent',
  '44': 'Gent',
  '45': 'Vlaamse Ardennen',
  '46': 'Waasland',
  '71': 'Limburg',
  '72': 'Limburg',
  '73': 'Limburg',
};

export function inventedRegionOf(nis: string): string {
  const region = regionByArrondissement[nis.slice(0, 2)];
  if (!region) throw new RangeError(`No reference region for NIS code ${nis}.`);
  return region;
}
